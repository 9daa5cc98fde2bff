package io.hushbridge.sim;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// State that one thread changes and another waits for. Any thread.
final class Watch {

  synchronized void change(Runnable change) {
    change.run();
    notifyAll();
  }

  synchronized <T> T read(Supplier<T> reading) {
    return reading.get();
  }

  /// Waits until something holds.
  ///
  /// @param what the end of the sentence "it did not come to pass that ..."
  /// @throws FarEndFailure where it does not hold in time
  synchronized void await(String what, Duration limit, BooleanSupplier holds) {
    long deadlineNanos = System.nanoTime() + limit.toNanos();
    while (!holds.getAsBoolean()) {
      long leftMillis = (deadlineNanos - System.nanoTime()) / 1_000_000;
      if (leftMillis <= 0) {
        throw new FarEndFailure("within " + limit.toMillis() + " ms it did not happen: " + what);
      }
      try {
        wait(leftMillis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new FarEndFailure("interrupted while waiting for: " + what, e);
      }
    }
  }
}
