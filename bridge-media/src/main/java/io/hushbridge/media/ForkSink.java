package io.hushbridge.media;

/// Takes a fork's audio in this process. Event loop only; must return at once and keep no
/// reference.
public interface ForkSink {

  /// The next stretch of a track.
  ///
  /// @param speaker whose track
  /// @param position of the first sample on the call's time line, in samples at 8 kHz since the
  ///   fork was opened; both tracks share the line, and what is missing was silence
  /// @param pcm linear 16-bit samples
  void heard(PortName speaker, long position, short[] pcm);
}
