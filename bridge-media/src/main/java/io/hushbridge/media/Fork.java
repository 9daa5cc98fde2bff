package io.hushbridge.media;

/// A copy of a call's audio for a recorder, behind a gate (the wiring's `tapped`) and behind a
/// delay line that silences key presses before their first sample.
public interface Fork extends AutoCloseable {

  String name();

  ForkCounts counts();

  /// Stops the copy. Idempotent.
  @Override
  void close();

  /// What became of the packets of a fork.
  ///
  /// @param passed packets that left for the recorder
  /// @param withheld packets that the closed gate kept back
  /// @param silenced packets that left as silence because of a key press, or because no later audio
  ///   came to judge them by
  record ForkCounts(long passed, long withheld, long silenced) {}
}
