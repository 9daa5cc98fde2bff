package io.hushbridge.sim;

import io.hushbridge.sip.LegEvents;
import io.hushbridge.sip.SipEvent;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// What the bridge would see on a leg to a far end.
final class BridgeLeg implements LegEvents {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final BlockingQueue<SipEvent> events = new LinkedBlockingQueue<>();

  @Override
  public void happened(SipEvent event) {
    events.add(event);
  }

  /// The next event of this kind; those before it are let pass.
  <E extends SipEvent> E next(Class<E> kind) throws InterruptedException {
    while (true) {
      SipEvent event = events.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (event == null) {
        throw new AssertionError("no " + kind.getSimpleName());
      }
      if (kind.isInstance(event)) {
        return kind.cast(event);
      }
    }
  }

  /// Whether nothing comes within a short while.
  boolean staysQuiet() throws InterruptedException {
    return events.poll(300, TimeUnit.MILLISECONDS) == null;
  }
}
