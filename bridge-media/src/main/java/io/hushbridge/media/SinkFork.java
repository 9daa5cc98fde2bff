package io.hushbridge.media;

import java.util.List;

/// A recorder in this process.
final class SinkFork implements Fork {
  private final String name;
  private final LoopCall call;
  private final ForkTally tally;
  private final List<Track> tracks;

  SinkFork(String name, LoopCall call, ForkTally tally, List<Track> tracks) {
    this.name = name;
    this.call = call;
    this.tally = tally;
    this.tracks = tracks;
  }

  /// Hands frames to a sink, placed from the moment the fork was opened.
  static DelayLine.Outlet outlet(ForkSink sink, PortName speaker, long openedAt) {
    return (frame, silenced, nowNanos) ->
        sink.heard(speaker, Math.max(0, frame.position() - openedAt), frame.pcm());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public ForkCounts counts() {
    return tally.counts();
  }

  @Override
  public void close() {
    call.close(tracks, List.of());
  }
}
