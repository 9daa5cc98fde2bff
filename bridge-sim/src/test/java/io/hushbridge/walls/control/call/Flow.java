package io.hushbridge.walls.control.call;

import io.hushbridge.walls.control.line.Everything;
import io.hushbridge.walls.media.dtmf.Digits;
import java.time.Instant;

/// Breaks walls: a flow that knows a sibling, asks the clock and reads keys.
public record Flow(Everything sibling, Digits digits) {
  /// Which key, where only that one was pressed may be told.
  public record KeyHeard(char key) {}

  Instant now() {
    return Instant.now();
  }
}
