package io.hushbridge.media.dtmf;

import static io.hushbridge.media.dtmf.KeyCounter.Source.EVENT;
import static io.hushbridge.media.dtmf.KeyCounter.Source.INFO;
import static io.hushbridge.media.dtmf.KeyCounter.Source.TONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushbridge.media.dtmf.KeyCounter.Source;
import org.junit.jupiter.api.Test;

class KeyCounterTest {
  private final KeyCounter counter = new KeyCounter();

  @Test
  void onePressToldThreeWaysCountsOnce() {
    press(EVENT, 5, 0);
    press(TONE, 5, 40);
    press(INFO, 5, 180);

    assertThat(counter.presses()).isEqualTo(1);
  }

  @Test
  void theSameKeyToldTwiceByOneWayCountsTwice() {
    press(EVENT, 5, 0);
    press(EVENT, 5, 100);

    assertThat(counter.presses()).isEqualTo(2);
  }

  @Test
  void fastRepeatsToldTwoWaysCountAsManyAsThereWere() {
    for (long i = 0; i < 5; i++) {
      press(EVENT, 5, i * 100);
      press(TONE, 5, i * 100 + 40);
    }

    assertThat(counter.presses()).isEqualTo(5);
  }

  @Test
  void aWayThatLagsByMoreThanOnePressAddsNone() {
    press(EVENT, 5, 0);
    press(EVENT, 5, 100);
    press(TONE, 5, 110);
    press(TONE, 5, 210);

    assertThat(counter.presses()).isEqualTo(2);
  }

  @Test
  void anotherKeyIsAnotherPress() {
    press(EVENT, 5, 0);
    press(TONE, 6, 40);

    assertThat(counter.presses()).isEqualTo(2);
  }

  @Test
  void theSameKeyAnotherWayLongAfterIsAnotherPress() {
    press(EVENT, 5, 0);
    press(TONE, 5, 201);

    assertThat(counter.presses()).isEqualTo(2);
  }

  @Test
  void itTellsWhetherAPressIsNew() {
    assertThat(counter.press(TONE, 5, Long.MAX_VALUE)).isTrue();
    assertThat(counter.press(INFO, 5, Long.MIN_VALUE)).isFalse();
  }

  private void press(Source source, int key, long atMillis) {
    counter.press(source, key, atMillis * 1_000_000);
  }
}
