package io.hushbridge.sim;

import java.time.Instant;
import java.util.function.Consumer;

/// One far end's part of the timeline.
///
/// @param who tells it
record Story(String who, Consumer<Moment> moments) {
  void tell(String what) {
    moments.accept(new Moment(Instant.now(), who, what));
  }
}
