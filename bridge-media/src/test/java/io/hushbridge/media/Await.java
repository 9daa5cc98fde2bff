package io.hushbridge.media;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for a condition, with a deadline.
final class Await {
  private static final long LIMIT_NANOS = 5_000_000_000L;

  private Await() {}

  static void that(BooleanSupplier condition) {
    long deadline = System.nanoTime() + LIMIT_NANOS;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("not within five seconds");
      }
      LockSupport.parkNanos(2_000_000);
    }
  }
}
