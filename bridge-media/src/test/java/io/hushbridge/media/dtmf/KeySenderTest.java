package io.hushbridge.media.dtmf;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushbridge.media.dtmf.KeySender.Send;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySenderTest {
  private static final KeyTiming TIMING = new KeyTiming(ofMillis(500), ofMillis(80), ofMillis(60));

  /// So late that the plan wraps: nanoTime may have any value.
  private static final long START_NANOS = Long.MAX_VALUE - 30_000_000;

  @Test
  void aKeyIsUpdatesAndThreeEndsUnderOneTimestampWithOneMarker() {
    assertThat(sent("5", TIMING))
        .containsExactly(
            new Send(500, true, new TelephoneEvent(5, false, 10, 160), 500),
            new Send(520, false, new TelephoneEvent(5, false, 10, 320), 500),
            new Send(540, false, new TelephoneEvent(5, false, 10, 480), 500),
            new Send(560, false, new TelephoneEvent(5, true, 10, 640), 500),
            new Send(580, false, new TelephoneEvent(5, true, 10, 640), 500),
            new Send(600, false, new TelephoneEvent(5, true, 10, 640), 500));
  }

  @Test
  void keysFollowEachOtherAfterTheGap() {
    List<Send> sends = sent("09*#ad", TIMING);

    assertThat(sends)
        .filteredOn(Send::marker)
        .extracting(Send::eventStartMillis)
        .containsExactly(500L, 640L, 780L, 920L, 1060L, 1200L);
    assertThat(sends)
        .filteredOn(Send::marker)
        .extracting(send -> send.event().event())
        .containsExactly(0, 9, 10, 11, 12, 15);
  }

  @Test
  void oddLengthsAreRoundedUpToWholePackets() {
    List<Send> sends = sent("11", new KeyTiming(ZERO, ofMillis(41), ofMillis(41)));

    assertThat(sends).last().extracting(send -> send.event().durationUnits()).isEqualTo(480);
    assertThat(sends).last().extracting(Send::eventStartMillis).isEqualTo(120L);
  }

  @Test
  void ourOwnReceiverHearsEveryKeyOnceAtTheFastestPace() {
    var receiver = new KeyReceiver();
    for (Send send : sent("1122334455", new KeyTiming(ZERO, ofMillis(40), ofMillis(40)))) {
      receiver.heard(
          9, (int) send.eventStartMillis() * 8, send.event(), send.offsetMillis() * 1_000_000);
    }

    assertThat(receiver.presses()).isEqualTo(10);
  }

  @Test
  void nothingIsDueBeforeItsTimeAndALateTickFindsAllOfIt() {
    var sender = new KeySender("5", TIMING, START_NANOS);

    assertThat(sender.next(after(499))).isEmpty();
    assertThat(sender.next(after(530))).isPresent();
    assertThat(sender.next(after(530))).isPresent();
    assertThat(sender.next(after(530))).isEmpty();
    assertThat(sender.done()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"41x7", "4 1", "é", "411\n"})
  void aKeyThatIsNoneIsRefusedWithoutBeingPrinted(String keys) {
    assertThatThrownBy(() -> new KeySender(keys, TIMING, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a key is one of 0-9, *, #, A-D");
  }

  @Test
  void aTimingThatNoReceiverCouldFollowIsRefused() {
    assertThatThrownBy(() -> new KeyTiming(ZERO, ofMillis(39), ofMillis(40)))
        .hasMessageContaining("tone");
    assertThatThrownBy(() -> new KeyTiming(ZERO, ofMillis(40), ofMillis(39)))
        .hasMessageContaining("gap");
    assertThatThrownBy(() -> new KeyTiming(ofMillis(-1), ofMillis(40), ofMillis(40)))
        .hasMessageContaining("delay");
    assertThatThrownBy(() -> new KeyTiming(ZERO, ofMillis(8001), ofMillis(40)))
        .hasMessageContaining("tone");
  }

  private static List<Send> sent(String keys, KeyTiming timing) {
    var sender = new KeySender(keys, timing, START_NANOS);
    List<Send> sends = new ArrayList<>();
    for (long millis = 0; !sender.done(); millis += 5) {
      long nowNanos = after(millis);
      for (var send = sender.next(nowNanos); send.isPresent(); send = sender.next(nowNanos)) {
        assertThat(send.get().offsetMillis()).isEqualTo(millis);
        sends.add(send.get());
      }
    }
    assertThat(sender.next(after(60_000))).isEqualTo(Optional.empty());
    return sends;
  }

  private static long after(long millis) {
    return START_NANOS + millis * 1_000_000;
  }
}
