package io.hushbridge.media;

import io.hushbridge.media.dtmf.KeySender;
import io.hushbridge.media.dtmf.KeyTiming;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keys asked for and not all sent yet. The plan is made when sending can begin, and the text is
/// let go then. Event loop only.
final class KeyRun {
  private static final String KEYS = "0123456789*#ABCD";
  private static final KeyTiming PRESS_TIMING =
      new KeyTiming(Duration.ZERO, Duration.ofMillis(100), Duration.ofMillis(60));

  private final KeyTiming timing;
  private final boolean told;
  private @Nullable String keys;
  private @Nullable KeySender plan;
  private boolean sounding;

  /// @param told whether their end is a `KeysSent`
  KeyRun(String keys, KeyTiming timing, boolean told) {
    this.keys = keys;
    this.timing = timing;
    this.told = told;
  }

  /// One key that somebody pressed without a sound (SIP INFO); nobody waits for its end.
  ///
  /// @param event telephone-event code, 0-15
  static KeyRun ofPress(int event) {
    return new KeyRun(KEYS.substring(event, event + 1), PRESS_TIMING, false);
  }

  boolean told() {
    return told;
  }

  Optional<KeySender.Send> next(long nowNanos) {
    if (plan == null && keys != null) {
      plan = new KeySender(keys, timing, nowNanos);
      keys = null;
    }
    Optional<KeySender.Send> due = plan == null ? Optional.empty() : plan.next(nowNanos);
    sounding |= due.isPresent();
    return due;
  }

  /// Whether the first key has begun, so that nothing else may leave.
  boolean sounding() {
    return sounding;
  }

  boolean done() {
    return plan != null && plan.done();
  }
}
