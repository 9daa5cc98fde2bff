package io.hushbridge.control.call;

/// The call's part of the journal, written in order.
public interface Journal {

  void write(Entry entry);

  /// Whether entries reach the disk. Where they do not, no payment is begun.
  boolean writable();
}
