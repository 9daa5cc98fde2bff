package io.hushbridge.sim.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class G711Test {
  /// Codes that sox 14.4 writes for these samples.
  @ParameterizedTest
  @CsvSource({
    "0, 255, 213",
    "1000, 206, 250",
    "-1000, 78, 122",
    "32767, 128, 170",
    "-32768, 0, 42",
    "8, 254, 213",
    "-300, 100, 71"
  })
  void samplesHaveTheCodesThatOthersGiveThem(int sample, int muLaw, int aLaw) {
    assertThat(MuLaw.encode(sample) & 0xFF).isEqualTo(muLaw);
    assertThat(ALaw.encode(sample) & 0xFF).isEqualTo(aLaw);
  }

  @Test
  void everyCodeIsItselfAgainWhenDecodedAndEncoded() {
    for (int code = 0; code < 256; code++) {
      assertThat(ALaw.encode(ALaw.decode((byte) code))).isEqualTo((byte) code);
      int again = MuLaw.encode(MuLaw.decode((byte) code)) & 0xFF;
      assertThat(again).isIn(code, 255); // mu-law has a negative zero
    }
  }
}
