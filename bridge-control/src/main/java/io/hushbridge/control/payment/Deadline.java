package io.hushbridge.control.payment;

import java.time.Duration;

/// When several steps must be done together.
record Deadline(long nanos) {

  static Deadline in(Duration all) {
    return new Deadline(System.nanoTime() + all.toNanos());
  }

  /// The limit of one step, cut to what is left for all.
  Duration atMost(Duration step) {
    Duration left = Duration.ofNanos(nanos - System.nanoTime());
    return left.compareTo(step) < 0 ? left : step;
  }
}
