package io.hushbridge.media;

/// Somebody who takes a talker's audio behind its inspection: a masked hearing, or a fork's track.
/// Event loop only.
interface Tap {

  /// An inspected frame. It is wiped after the call.
  void take(Frame frame, long nowNanos);

  /// A telephone-event packet came in. It is told of, never given.
  void keyWithheld();

  void tick(long nowNanos);
}
