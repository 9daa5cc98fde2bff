package io.hushbridge.sim;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A SIPREC recorder (RFC 7866): takes recording sessions, writes what it hears into a WAV per
/// label, and pauses when told.
public final class Recorder {
  /// Waits until a recording session stands.
  public void awaitRecording(Duration limit) {
    throw new UnsupportedOperationException();
  }

  /// Waits until every stream of the latest session is inactive.
  public void awaitPaused(Duration limit) {
    throw new UnsupportedOperationException();
  }

  /// Waits until the latest session has been paused and is active again.
  public void awaitResumed(Duration limit) {
    throw new UnsupportedOperationException();
  }

  /// Waits until the latest session is over and its files are written.
  public void awaitEnd(Duration limit) {
    throw new UnsupportedOperationException();
  }

  /// The WAVs so far, one for each label of each session.
  public List<Path> files() {
    throw new UnsupportedOperationException();
  }

  /// Metadata documents in the order they came.
  public List<String> metadata() {
    throw new UnsupportedOperationException();
  }

  /// Telephone-events that it was sent, in all sessions. None is as it should be.
  public int keysHeard() {
    throw new UnsupportedOperationException();
  }

  /// Where it takes RTP, one address for each stream so far.
  public List<InetSocketAddress> media() {
    throw new UnsupportedOperationException();
  }
}
