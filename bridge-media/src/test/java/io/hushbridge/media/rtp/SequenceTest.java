package io.hushbridge.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SequenceTest {

  @Test
  void sequenceNumbersWrap() {
    assertThat(Sequence.next(65_535)).isZero();
    assertThat(Sequence.distance(65_534, 1)).isEqualTo(3);
    assertThat(Sequence.distance(1, 65_534)).isEqualTo(-3);
  }

  @Test
  void timestampsWrap() {
    assertThat(Sequence.samples(-80, 80)).isEqualTo(160);
    assertThat(Sequence.samples(Integer.MAX_VALUE, Integer.MIN_VALUE)).isEqualTo(1);
  }
}
