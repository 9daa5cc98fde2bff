package io.hushbridge.media;

/// All audio of this process: a few event loops, a range of UDP ports, and the calls on them. Any
/// thread.
public final class MediaPlane implements AutoCloseable {

  private MediaPlane() {}

  /// Starts the event loops (epoll, or NIO where there is none). Opens no port yet.
  public static MediaPlane open(MediaSettings settings) {
    throw new IllegalStateException("not built yet");
  }

  /// A call's audio on one event loop.
  ///
  /// @param events told on that loop; must return at once
  public MediaCall newCall(MediaEvents events) {
    throw new IllegalStateException("not built yet");
  }

  /// Ports open now, and packets by verdict since the start.
  public MediaCounts counts() {
    throw new IllegalStateException("not built yet");
  }

  /// Closes every port and ends the loops.
  @Override
  public void close() {}
}
