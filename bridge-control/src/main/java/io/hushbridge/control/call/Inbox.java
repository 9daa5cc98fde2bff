package io.hushbridge.control.call;

import java.time.Instant;
import java.util.Optional;

/// Where a call's events arrive, and the only clock a flow has.
public interface Inbox {

  /// The next event, or none by the deadline.
  ///
  /// @throws InterruptedException when the bridge is stopping
  Optional<CallEvent> next(Instant deadline) throws InterruptedException;

  Instant now();
}
