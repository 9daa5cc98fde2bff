package io.hushbridge.control.call;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;

/// The inbox of a live call. Its clock is anchored once and then counts `nanoTime`, so that a step
/// of the wall clock moves no deadline. Any thread may put.
final class LiveInbox implements Inbox {
  private final LinkedBlockingQueue<CallEvent> events = new LinkedBlockingQueue<>();
  private final Instant anchor;
  private final long anchorNanos = System.nanoTime();

  LiveInbox(InstantSource clock) {
    anchor = clock.instant();
  }

  void put(CallEvent event) {
    events.add(event);
  }

  /// Tells everyone who still waits for a reply that the call is over.
  void refuseAll() {
    for (CallEvent event = events.poll(); event != null; event = events.poll()) {
      if (event instanceof CallEvent.Asked asked) {
        asked.reply().complete(new AskReply.NotNow("the call is over"));
      } else if (event instanceof CallEvent.CancelAsked cancel) {
        cancel.reply().complete(false);
      } else if (event instanceof CallEvent.CalledBack callback) {
        callback.taken().complete(false);
      }
    }
  }

  @Override
  public Optional<CallEvent> next(Instant deadline) throws InterruptedException {
    if (deadline.equals(Instant.MAX)) {
      return Optional.of(events.take());
    }
    long nanos = Math.max(0, Duration.between(now(), deadline).toNanos());
    return Optional.ofNullable(events.poll(nanos, NANOSECONDS));
  }

  @Override
  public Instant now() {
    return anchor.plusNanos(System.nanoTime() - anchorNanos);
  }
}
