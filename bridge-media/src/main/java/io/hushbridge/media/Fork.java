package io.hushbridge.media;

/// A copy of a call's audio for a recorder, behind a gate (the wiring's `tapped`) and behind a
/// delay line that silences key presses before their first sample.
public interface Fork extends AutoCloseable {

  String name();

  ForkCounts counts();

  /// Stops the copy. Idempotent.
  @Override
  void close();

  /// What became of the packets of a fork; each is counted once. Events count as withheld where the
  /// gate is closed, and not at all where it is open: they never leave.
  ///
  /// @param passed packets that left for the recorder as they came
  /// @param withheld packets that the closed gate kept back, those that waited behind it when it
  ///   closed among them
  /// @param silenced packets that left as silence because of a key press, or because no later audio
  ///   came to judge them by
  record ForkCounts(long passed, long withheld, long silenced) {}
}
