package io.hushbridge.control.recording;

import io.hushbridge.control.call.Entry;
import io.hushbridge.control.call.Journal;
import io.hushbridge.media.Fork;
import io.hushbridge.media.Fork.ForkCounts;

/// A fork that leaves its counts in the journal when it is closed. Flow thread only.
final class JournalledFork<F extends Fork> implements AutoCloseable {
  private final F fork;
  private final Journal journal;
  private boolean closed;

  JournalledFork(F fork, Journal journal) {
    this.fork = fork;
    this.journal = journal;
  }

  F fork() {
    return fork;
  }

  /// Idempotent.
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      fork.close();
      ForkCounts counts = fork.counts();
      journal.write(
          new Entry.RecordingEnded(
              fork.name(), counts.passed(), counts.withheld(), counts.silenced()));
    }
  }
}
