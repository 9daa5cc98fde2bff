package io.hushbridge.media.dtmf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TelephoneEventTest {

  @Test
  void theFourBytesReadAndWriteAsTheRfcDrawsThem() {
    assertThat(TelephoneEvent.decode(0x0B8A0320)).isEqualTo(new TelephoneEvent(11, true, 10, 800));
    assertThat(TelephoneEvent.decode(0xFF3FFFFF))
        .isEqualTo(new TelephoneEvent(255, false, 63, 0xffff));
    assertThat(new TelephoneEvent(11, true, 10, 800).encode()).isEqualTo(0x0B8A0320);
    assertThat(new TelephoneEvent(255, false, 63, 0xffff).encode()).isEqualTo(0xFF3FFFFF);
  }

  @Test
  void theReservedBitIsIgnored() {
    assertThat(TelephoneEvent.decode(0x0B4A0320)).isEqualTo(new TelephoneEvent(11, false, 10, 800));
  }

  @Test
  void theKeyIsNotPrinted() {
    assertThat(new TelephoneEvent(7, false, 10, 800))
        .hasToString(new TelephoneEvent(3, false, 10, 800).toString());
  }
}
