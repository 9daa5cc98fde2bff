package io.hushbridge.media.dtmf;

import java.time.Duration;

/// How keys are sent: wait `delay`, then each key `tone` long with `gap` between. `tone` and `gap`
/// are rounded up to whole packets of 20 ms.
///
/// @param tone 40 ms to 8 s: shorter is no key for a receiver (ITU-T Q.24), longer does not fit one
///   telephone event
/// @param gap 40 ms at least: shorter lets two equal keys run together, and leaves no room for the
///   repeats of the end
public record KeyTiming(Duration delay, Duration tone, Duration gap) {
  private static final Duration LEAST = Duration.ofMillis(40);
  private static final Duration LONGEST_TONE = Duration.ofSeconds(8);

  public KeyTiming {
    if (delay.isNegative()) {
      throw new IllegalArgumentException("key delay %s: want none or more".formatted(delay));
    }
    if (tone.compareTo(LEAST) < 0 || tone.compareTo(LONGEST_TONE) > 0) {
      throw new IllegalArgumentException("key tone %s: want 40 ms to 8 s".formatted(tone));
    }
    if (gap.compareTo(LEAST) < 0) {
      throw new IllegalArgumentException("key gap %s: want 40 ms or more".formatted(gap));
    }
  }
}
