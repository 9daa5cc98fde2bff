package io.hushbridge.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SampleClockTest {
  private static final long BORN = 5_000_000_000L;
  private static final long MILLI = 1_000_000;
  private final SampleClock clock = new SampleClock(BORN);

  @Test
  void theFirstPacketIsPlacedByItsArrivalAndTheNextByTheirTimestamps() {
    assertThat(place(1, -160, 1000)).isEqualTo(8000);
    assertThat(place(1, 0, 1047)).isEqualTo(8160);
    assertThat(place(1, 320, 1050)).isEqualTo(8480);
    assertThat(place(1, 160, 1051)).isEqualTo(8320);
  }

  @Test
  void aSilenceLeftOutByTheTalkerIsAGap() {
    place(1, 0, 0);

    assertThat(place(1, 40_000, 5000)).isEqualTo(40_000);
  }

  @Test
  void anotherSsrcIsPlacedByArrivalButNeverOverWhatWas() {
    place(1, 0, 0);

    assertThat(place(2, 77_777, 10)).isEqualTo(160);
    assertThat(place(3, -5, 500)).isEqualTo(4000);
  }

  @Test
  void aJumpOfTheTimestampIsPlacedByArrival() {
    place(1, 0, 0);

    assertThat(place(1, 1 << 30, 100)).isEqualTo(800);
    assertThat(place(1, (1 << 30) + 160, 120)).isEqualTo(960);
  }

  @Test
  void anEventIsPlacedByItsTimestampAndOneOfAnotherClockByArrival() {
    place(1, 0, 0);

    assertThat(clock.locate(1, 160, 800, at(120))).isEqualTo(160);
    assertThat(clock.locate(9, 160, 800, at(120))).isEqualTo(160);
    assertThat(clock.locate(1, 1 << 30, 800, at(200))).isEqualTo(800);
    assertThat(place(1, 160, 20)).isEqualTo(160);
  }

  private long place(int ssrc, int timestamp, long millis) {
    return clock.place(ssrc, timestamp, 160, at(millis));
  }

  private static long at(long millis) {
    return BORN + millis * MILLI;
  }
}
