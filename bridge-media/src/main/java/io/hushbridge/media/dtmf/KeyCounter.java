package io.hushbridge.media.dtmf;

import java.util.EnumMap;
import java.util.Map;

/// Counts a key press once, by however many ways it comes: telephone event, tone in the audio, SIP
/// INFO. Each way tells a press once of its own; the same key told by another way within 200 ms is
/// the same press.
///
/// While one key is repeated, each way is counted by itself and the fullest count is right: so a
/// way that lags behind by more than one press adds none. Of the keys it knows the last one only.
/// Event loop only.
public final class KeyCounter {
  private static final long SAME_PRESS_NANOS = 200_000_000;

  /// How a press was told.
  public enum Source {
    EVENT,
    TONE,
    INFO
  }

  private final Map<Source, Integer> told = new EnumMap<>(Source.class);
  private int lastKey = -1;
  private long toldNanos;
  private int repeats;
  private long presses;

  /// Takes a press.
  ///
  /// @param key telephone-event code
  /// @return whether it is a new one
  public boolean press(Source source, int key, long nowNanos) {
    if (key != lastKey || nowNanos - toldNanos > SAME_PRESS_NANOS) {
      told.clear();
      repeats = 0;
    }
    lastKey = key;
    toldNanos = nowNanos;
    int times = told.merge(source, 1, Integer::sum);
    if (times <= repeats) {
      return false;
    }
    repeats = times;
    presses++;
    return true;
  }

  /// How many presses there have been.
  public long presses() {
    return presses;
  }
}
