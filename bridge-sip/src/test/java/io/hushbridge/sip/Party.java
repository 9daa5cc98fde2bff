package io.hushbridge.sip;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One end of a test call: its leg, and what has happened on it.
final class Party implements LegEvents {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final BlockingQueue<SipEvent> events = new LinkedBlockingQueue<>();
  private final List<SipEvent> seen = new ArrayList<>();
  final BlockingQueue<Integer> keys = new LinkedBlockingQueue<>();
  private volatile @Nullable Leg leg;
  private volatile @Nullable Invited invited;

  static Party invitedBy(Leg leg, Invited invited) {
    Party party = new Party();
    party.invited = invited;
    party.of(leg);
    return party;
  }

  Party of(Leg leg) {
    this.leg = leg;
    leg.keysTo(keys::add);
    return this;
  }

  Leg leg() {
    if (leg == null) {
      throw new AssertionError("no leg yet");
    }
    return leg;
  }

  Invited invited() {
    if (invited == null) {
      throw new AssertionError("was not invited");
    }
    return invited;
  }

  @Override
  public void happened(SipEvent event) {
    events.add(event);
  }

  /// The next event, which must be of this kind.
  <E extends SipEvent> E next(Class<E> kind) {
    SipEvent event = poll(PATIENCE);
    if (!kind.isInstance(event)) {
      throw new AssertionError("wanted " + kind.getSimpleName() + ", came " + event + ", " + seen);
    }
    seen.add(event);
    return kind.cast(event);
  }

  /// The next event of this kind; those before it are let pass.
  <E extends SipEvent> E eventually(Class<E> kind) {
    for (SipEvent event = poll(PATIENCE); event != null; event = poll(PATIENCE)) {
      seen.add(event);
      if (kind.isInstance(event)) {
        return kind.cast(event);
      }
    }
    throw new AssertionError("no " + kind.getSimpleName() + " after " + seen);
  }

  /// What comes within a short while, or null.
  @Nullable SipEvent within(Duration wait) {
    return poll(wait);
  }

  private @Nullable SipEvent poll(Duration wait) {
    try {
      return events.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  void hangUp() {
    leg().hangUp(Map.of());
  }
}
