package io.hushbridge.media;

import io.hushbridge.media.sdp.Stream;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A recorder by RTP.
final class UdpFork implements RtpFork {
  private final String name;
  private final LoopCall call;
  private final ForkTally tally;
  private final Map<PortName, Way> ways;

  /// One speaker's way to the recorder.
  record Way(PortPair sockets, RtpTrackOut out, Track track) {}

  UdpFork(String name, LoopCall call, ForkTally tally, Map<PortName, Way> ways) {
    this.name = name;
    this.call = call;
    this.tally = tally;
    this.ways = Map.copyOf(ways);
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
  public InetSocketAddress local(PortName speaker) {
    return way(speaker).sockets().local();
  }

  @Override
  public void connect(PortName speaker, Stream agreed) {
    Way way = way(speaker);
    call.loop()
        .settle(
            () -> {
              way.out().connect(agreed);
              way.track().taken(agreed.send());
            });
  }

  @Override
  public void close() {
    call.close(tracks(), sockets());
  }

  List<Track> tracks() {
    return ways.values().stream().map(Way::track).toList();
  }

  List<PortPair> sockets() {
    return ways.values().stream().map(Way::sockets).toList();
  }

  private Way way(PortName speaker) {
    return Optional.ofNullable(ways.get(speaker))
        .orElseThrow(
            () -> new IllegalArgumentException("fork %s has no %s".formatted(name, speaker)));
  }
}
