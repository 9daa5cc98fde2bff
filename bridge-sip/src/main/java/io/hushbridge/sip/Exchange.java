package io.hushbridge.sip;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// What all legs of an endpoint share. Any thread.
record Exchange(
    Legs legs,
    Chance chance,
    ExecutorService mailboxes,
    ScheduledExecutorService timers,
    Duration t1) {

  static Exchange of(SipSettings settings) {
    return new Exchange(
        new Legs(),
        new Chance(settings.random()),
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("sip-leg-", 0).factory()),
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sip-timers").factory()),
        settings.t1());
  }

  /// A task for later; it must do no more than post to a mailbox.
  ///
  /// @return undoes it, if it is not too late
  Runnable after(Duration wait, Runnable task) {
    try {
      Future<?> due = timers.schedule(task, wait.toNanos(), TimeUnit.NANOSECONDS);
      return () -> due.cancel(false);
    } catch (RejectedExecutionException e) {
      return () -> {}; // the endpoint is closing: nothing is due any more
    }
  }

  void close() {
    timers.shutdownNow();
    mailboxes.shutdown();
  }
}
