package io.hushbridge.media;

import java.util.List;

/// One call's audio. Everything in it moves on one event loop, so nothing in it has a lock. Methods
/// may be called from any thread but that loop.
public interface MediaCall extends AutoCloseable {

  /// Binds the next free pair of UDP ports.
  ///
  /// @throws MediaFailure where no pair is free
  MediaPort openPort(PortName name) throws MediaFailure;

  /// A recorder by RTP: one sendonly stream for each speaker, each from its own pair of ports.
  /// Starts under the gate of the wiring in force: silent until connected and tapped.
  RtpFork openRtpFork(String name, List<PortName> speakers) throws MediaFailure;

  /// A recorder in this process.
  Fork openFork(String name, List<PortName> speakers, ForkSink sink);

  /// Applies a wiring in one task on the loop and returns when it is in force.
  ///
  /// @throws MediaFailure when the loop has not obeyed after 100 ms; the call must end
  void switchTo(Wiring wiring) throws MediaFailure;

  /// Closes every port and fork.
  @Override
  void close();
}
