package io.hushbridge.media.dtmf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyReceiverTest {
  private static final int SSRC = 0x1234;
  private static final int PACKET_UNITS = 160;

  private final KeyReceiver receiver = new KeyReceiver();
  private final List<Integer> keys = new ArrayList<>();
  private long nowNanos = Long.MAX_VALUE - 1; // wraps at once: nanoTime may have any value

  @Test
  void aPressWithThreeEndsCountsOnce() {
    press(5, 1000);

    assertThat(keys).containsExactly(5);
  }

  @Test
  void aFourthEndLongAfterCountsNothing() {
    press(5, 1000);
    passMillis(400);
    end(5, 1000, 800);

    assertThat(keys).containsExactly(5);
  }

  @Test
  void aLateUpdateAfterTheEndCountsNothing() {
    press(5, 1000);
    update(5, 1000, 320);

    assertThat(keys).containsExactly(5);
  }

  @Test
  void aPressWhoseFirstPacketsWereLostCountsOnce() {
    update(5, 1000, 480);
    end(5, 1000, 800);

    assertThat(keys).containsExactly(5);
  }

  @Test
  void aLostEndFollowedByTheSameKeyCountsTwo() {
    held(5, 1000, 800);
    passMillis(40);
    press(5, 1000 + 800 + 320);

    assertThat(keys).containsExactly(5, 5);
  }

  @Test
  void theShortestPressesOfTheSameKeyWithoutEndsAreToldApart() {
    for (int i = 0; i < 6; i++) {
      held(5, 1000 + i * 640, 320);
      passMillis(40);
    }

    assertThat(keys).hasSize(6);
  }

  @Test
  void aLostEndFollowedByAnotherKeyCountsTwoInOrder() {
    held(5, 1000, 800);
    passMillis(40);
    press(7, 2120);

    assertThat(keys).containsExactly(5, 7);
  }

  @Test
  void anEndArrivingAfterTheNextKeyBeganCountsNoThird() {
    held(1, 1000, 800);
    passMillis(40);
    update(2, 2120, 160);
    end(1, 1000, 800);
    update(2, 2120, 320);
    end(2, 2120, 800);

    assertThat(keys).containsExactly(1, 2);
  }

  @Test
  void aPressLongerThanOneEventCountsOnce() {
    int start = 1000;
    for (int segment = 0; segment < 3; segment++) {
      held(5, start, 0xffff);
      start += 0xffff;
    }
    end(5, start, 400);

    assertThat(keys).containsExactly(5);
  }

  @Test
  void aLongPressCountsOnceWhenTheEndOfASegmentWasLost() {
    held(5, 1000, 0xffff - 700);
    held(5, 1000 + 0xffff, 800);
    end(5, 1000 + 0xffff, 800);

    assertThat(keys).containsExactly(5);
  }

  @Test
  void aLoneEndIsAPress() {
    end(5, 1000, 1600);
    passMillis(100);
    end(5, 2600, 1600);

    assertThat(keys).containsExactly(5, 5);
  }

  @Test
  void aDurationThatStartsAtZeroOrShrinksIsTheSamePress() {
    update(5, 1000, 0);
    update(5, 1000, 320);
    update(5, 1000, 160);
    end(5, 1000, 160);

    assertThat(keys).containsExactly(5);
  }

  @Test
  void aTimestampThatMovesInEachPacketIsTheSamePress() {
    for (int i = 0; i < 10; i++) {
      update(5, 1000 + i * PACKET_UNITS, (i + 1) * PACKET_UNITS);
    }
    for (int i = 10; i < 13; i++) {
      end(5, 1000 + i * PACKET_UNITS, 10 * PACKET_UNITS);
    }

    assertThat(keys).containsExactly(5);
  }

  @Test
  void aMovingTimestampWithLostPacketsOrWithoutDurationIsTheSamePress() {
    update(5, 1000, 160);
    update(5, 1000 + 800, 160 + 800);
    end(5, 1000 + 960, 1120);
    passMillis(200);
    update(6, 5000, 0);
    update(6, 5160, 0);
    end(6, 5320, 0);

    assertThat(keys).containsExactly(5, 6);
  }

  @Test
  void timestampsWrapInsideAPressAndBetweenPresses() {
    press(5, -400);
    passMillis(50);
    press(5, 800);
    update(6, Integer.MAX_VALUE - 100, 160);
    end(6, Integer.MAX_VALUE - 100, 800);
    passMillis(50);
    press(6, Integer.MIN_VALUE + 1500);

    assertThat(keys).containsExactly(5, 5, 6, 6);
  }

  @Test
  void aNewTimeBaseOnTheSameSourceCountsAtOnce() {
    press(5, 80_000_000);
    passMillis(100);
    press(5, 400);

    assertThat(keys).containsExactly(5, 5);
  }

  @Test
  void anotherSourceIsAnotherPress() {
    press(5, 1000);
    hear(SSRC + 1, 1000, new TelephoneEvent(5, false, 10, 160));

    assertThat(keys).containsExactly(5, 5);
  }

  @Test
  void aSenderWhoseTimestampStandsStillCountsAfterARest() {
    press(5, 1000);
    passMillis(6000);
    press(5, 1000);

    assertThat(keys).containsExactly(5, 5);
  }

  @Test
  void signalsThatAreNoKeysCountNothingAndDisturbNothing() {
    update(5, 1000, 160);
    press(16, 1100);
    press(255, 1200);
    end(5, 1000, 800);

    assertThat(keys).containsExactly(5);
    assertThat(receiver.presses()).isEqualTo(1);
  }

  @Test
  void severalEventsInOnePacketAreEachHeard() {
    payload(1000, 0x018A0320, 0x028A0320, 0x030A00A0);
    payload(1000 + 1600, 0x030A0140);

    assertThat(keys).containsExactly(1, 2, 3);
  }

  @Test
  void aPayloadShiftedByZerosHoldsOneKeyAndNoZero() {
    payload(1000, 0, 0x050A00A0);
    payload(1000, 0, 0x058A0320);
    payload(5000, 0x060A00A0, 0);

    assertThat(keys).containsExactly(5, 6);
  }

  @Test
  void theKeyZeroAloneIsAKey() {
    payload(1000, 0);

    assertThat(keys).containsExactly(0);
  }

  @Test
  void whatFollowsAnUnfinishedEventIsNotMisread() {
    payload(1000, 0x050A00A0, 0x07070707);

    assertThat(keys).containsExactly(5);
  }

  private void press(int key, int timestamp) {
    held(key, timestamp, 800);
    for (int i = 0; i < 3; i++) {
      end(key, timestamp, 800);
    }
  }

  private void held(int key, int timestamp, int units) {
    for (int duration = PACKET_UNITS; duration < units; duration += PACKET_UNITS) {
      update(key, timestamp, duration);
    }
    update(key, timestamp, units);
  }

  private void update(int key, int timestamp, int units) {
    hear(SSRC, timestamp, new TelephoneEvent(key, false, 10, units));
    passMillis(20);
  }

  private void end(int key, int timestamp, int units) {
    hear(SSRC, timestamp, new TelephoneEvent(key, true, 10, units));
    passMillis(20);
  }

  private void payload(int timestamp, int... words) {
    ByteBuffer bytes = ByteBuffer.allocate(words.length * 4 + 3).position(3);
    for (int word : words) {
      bytes.putInt(word);
    }
    TelephoneEvent.eachOf(bytes.position(3), timestamp, (start, event) -> hear(SSRC, start, event));
  }

  private void hear(int ssrc, int timestamp, TelephoneEvent event) {
    if (receiver.heard(ssrc, timestamp, event, nowNanos)) {
      keys.add(event.event());
    }
    assertThat(receiver.presses()).isEqualTo(keys.size());
  }

  private void passMillis(long millis) {
    nowNanos += millis * 1_000_000;
  }
}
