package io.hushbridge.control.audit;

/// What the journal says of itself; entries of no call.
sealed interface NodeEntry {
  /// The node began to write (PCI DSS 10.2.1.6: starting and stopping of audit logs).
  record JournalOpened() implements NodeEntry {}

  record JournalClosed() implements NodeEntry {}

  /// The last line was torn, by a crash in the middle of a write, and has been taken off.
  record TailCut(long bytes) implements NodeEntry {}

  /// Entries that could not be written while the disk refused them.
  record EntriesLost(long entries) implements NodeEntry {}
}
