package io.hushbridge.media;

import java.util.concurrent.atomic.LongAdder;

/// Counts a fork's packets. Written on the event loop, read from any thread.
final class ForkTally {
  private final LongAdder passed = new LongAdder();
  private final LongAdder withheld = new LongAdder();
  private final LongAdder silenced = new LongAdder();

  void left(boolean asSilence) {
    (asSilence ? silenced : passed).increment();
  }

  void withheld(long packets) {
    withheld.add(packets);
  }

  Fork.ForkCounts counts() {
    return new Fork.ForkCounts(passed.sum(), withheld.sum(), silenced.sum());
  }
}
