package io.hushbridge.control.call;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.PriorityQueue;

/// An agenda that moves a fake clock on the test's own thread. Waiting for ever on an empty agenda
/// is a failure, not a hang.
final class RehearsedInbox implements Inbox {
  private final PriorityQueue<Due> agenda = new PriorityQueue<>();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private long number;

  void in(Duration delay, CallEvent event) {
    in(delay, () -> Optional.of(event));
  }

  /// Something that happens outside the call: it may put nothing into the inbox itself.
  void in(Duration delay, Happening happening) {
    agenda.add(new Due(now.plus(delay), number++, happening));
  }

  @Override
  public Optional<CallEvent> next(Instant deadline) {
    while (true) {
      Due due = agenda.peek();
      if (due == null && deadline.equals(Instant.MAX)) {
        throw new AssertionError("nothing is left to wait for, and the call still waits");
      }
      if (due == null || due.at().isAfter(deadline)) {
        now = deadline;
        return Optional.empty();
      }
      agenda.remove();
      now = due.at().isAfter(now) ? due.at() : now;
      Optional<CallEvent> event = due.happening().happens();
      if (event.isPresent()) {
        return event;
      }
    }
  }

  @Override
  public Instant now() {
    return now;
  }

  /// What is due at some time.
  interface Happening {
    Optional<CallEvent> happens();
  }

  /// Sorted by instant, then by number: ties keep their order.
  private record Due(Instant at, long number, Happening happening) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      int byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
  }
}
