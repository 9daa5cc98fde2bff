package io.hushbridge.control.call;

import java.util.Optional;

/// What a leg has to tell, read on the flow's thread; so a leg's state is touched by one thread
/// only.
@FunctionalInterface
public interface Signal {
  /// Takes the leg one step on and says what that means for the call, if anything.
  Optional<CallEvent> read();
}
