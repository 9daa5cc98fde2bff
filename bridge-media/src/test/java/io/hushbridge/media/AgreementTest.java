package io.hushbridge.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushbridge.media.rtp.Codec;
import io.hushbridge.media.sdp.Stream;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class AgreementTest {
  private static final long SECOND = 1_000_000_000;
  private final Agreement agreement = new Agreement();

  @Test
  void nothingIsUnderstoodBeforeAnythingIsAgreed() {
    assertThat(agreement.codec(0, 0)).isNull();
    assertThat(agreement.isEvent(101, 0)).isFalse();
  }

  @Test
  void theAgreedNumbersAreUnderstood() {
    agreement.change(stream(Codec.PCMA, 8, 101), 0);

    assertThat(agreement.codec(8, 9 * SECOND)).isEqualTo(Codec.PCMA);
    assertThat(agreement.codec(0, 0)).isNull();
    assertThat(agreement.isEvent(101, 9 * SECOND)).isTrue();
    assertThat(agreement.isEvent(-1, 0)).isFalse();
  }

  @Test
  void theFormerNumbersAreUnderstoodForTwoSeconds() {
    agreement.change(stream(Codec.PCMA, 8, 101), 0);
    agreement.change(stream(Codec.PCMU, 0, 96), SECOND);

    assertThat(agreement.codec(8, 2 * SECOND)).isEqualTo(Codec.PCMA);
    assertThat(agreement.isEvent(101, 2 * SECOND)).isTrue();
    assertThat(agreement.codec(8, 4 * SECOND)).isNull();
    assertThat(agreement.isEvent(101, 4 * SECOND)).isFalse();
  }

  @Test
  void aNumberThatChangedItsMeaningHasTheNewOne() {
    agreement.change(stream(Codec.PCMU, 96, 97), 0);
    agreement.change(stream(Codec.PCMU, 97, 96), SECOND);

    assertThat(agreement.codec(96, SECOND)).isNull();
    assertThat(agreement.isEvent(96, SECOND)).isTrue();
    assertThat(agreement.codec(97, SECOND)).isEqualTo(Codec.PCMU);
  }

  @Test
  void aPeerMaySendByOurNumbersOrByItsOwn() {
    agreement.change(answered(Codec.PCMU, 0, 96), 0);

    assertThat(agreement.isEvent(101, 0)).isTrue();
    assertThat(agreement.isEvent(96, 0)).isTrue();
  }

  @Test
  void ourNumberForEventsIsNeverTakenForAudio() {
    agreement.change(answered(Codec.PCMU, 101, 96), 0);

    assertThat(agreement.codec(101, 0)).isNull();
    assertThat(agreement.isEvent(101, 0)).isTrue();
    assertThat(agreement.codec(0, 0)).isEqualTo(Codec.PCMU);
  }

  /// Our offer said 0 and 101.
  private static Stream answered(Codec codec, int codecPayloadType, int eventPayloadType) {
    var remote = new InetSocketAddress("192.0.2.1", 4000);
    return new Stream(remote, codec, codecPayloadType, eventPayloadType, 20, true, true, 0, 101);
  }

  private static Stream stream(Codec codec, int codecPayloadType, int eventPayloadType) {
    var remote = new InetSocketAddress("192.0.2.1", 4000);
    return new Stream(remote, codec, codecPayloadType, eventPayloadType, 20, true, true);
  }
}
