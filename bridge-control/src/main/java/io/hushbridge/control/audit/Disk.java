package io.hushbridge.control.audit;

import io.hushbridge.control.audit.JournalLine.Head;
import java.io.IOException;
import java.util.List;

/// Where lines are kept. Used by the journal's own thread only.
interface Disk extends AutoCloseable {
  /// The last line that is kept.
  Head head();

  /// Bytes of a torn last line that were taken off on opening.
  int cutBytes();

  /// Returns when the lines would survive a loss of power. After a failure this disk is of no more
  /// use and none of the lines is kept, as far as it lies with us.
  void append(List<JournalLine> lines) throws IOException;

  @Override
  void close() throws IOException;

  /// Opens the disk, again after every failure.
  @FunctionalInterface
  interface Opener {
    Disk open() throws IOException;
  }
}
