package io.hushbridge.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class G711Test {

  @Test
  void knownCodesHaveTheirValues() {
    assertThat(Codec.PCMU.decode((byte) 0xFF)).isZero();
    assertThat(Codec.PCMU.decode((byte) 0x80)).isEqualTo((short) 32_124);
    assertThat(Codec.PCMU.decode((byte) 0x00)).isEqualTo((short) -32_124);
    assertThat(Codec.PCMA.decode((byte) 0xD5)).isEqualTo((short) 8);
    assertThat(Codec.PCMA.decode((byte) 0xAA)).isEqualTo((short) 32_256);
    assertThat(Codec.PCMA.decode((byte) 0x2A)).isEqualTo((short) -32_256);
  }

  @Test
  void silenceIsTheCodeOfZero() {
    assertThat(Codec.PCMU.silence()).isEqualTo((byte) 0xFF).isEqualTo(Codec.PCMU.encode((short) 0));
    assertThat(Codec.PCMA.silence()).isEqualTo((byte) 0xD5).isEqualTo(Codec.PCMA.encode((short) 0));
  }

  @ParameterizedTest
  @EnumSource(Codec.class)
  void everyCodeSurvivesBeingDecoded(Codec codec) {
    for (int code = 0; code < 256; code++) {
      short sample = codec.decode((byte) code);
      assertThat(codec.decode(codec.encode(sample))).as("code %d", code).isEqualTo(sample);
    }
  }

  /// Sixteen steps to a segment: half a step is at most a thirty-second of the sample.
  @ParameterizedTest
  @EnumSource(Codec.class)
  void noSampleMovesByMoreThanHalfAStep(Codec codec) {
    short before = Short.MIN_VALUE;
    for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
      short coded = codec.decode(codec.encode((short) sample));
      assertThat(Math.abs(coded - sample)).isLessThanOrEqualTo(Math.abs(sample) / 32 + 8);
      assertThat(coded).isGreaterThanOrEqualTo(before);
      before = coded;
    }
  }
}
