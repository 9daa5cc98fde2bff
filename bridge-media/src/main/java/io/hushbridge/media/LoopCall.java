package io.hushbridge.media;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/// One call on one event loop: its ports, its forks' tracks, and the wiring that joins them.
final class LoopCall implements MediaCall {
  private static final Duration WIRING_LIMIT = Duration.ofMillis(100);
  private static final Duration LIMIT = Duration.ofSeconds(1);
  private static final long TICK_NANOS = 20_000_000;
  private static final long MAKE_UP_NANOS = 5 * TICK_NANOS;

  private final CallLoop loop;
  private final PortRange range;
  private final Verdicts verdicts;
  private final MediaEvents events;
  private final RandomGenerator random;
  private final long bornNanos = System.nanoTime();

  // From here on: event loop only.
  private final Map<PortName, LoopPort> ports = new HashMap<>();
  private final List<Track> tracks = new ArrayList<>();
  private final List<PortPair> forkSockets = new ArrayList<>();
  private Wiring wiring = Wiring.silent();
  private long nextTickNanos;
  private boolean ticking;
  private boolean closed;

  LoopCall(
      CallLoop loop,
      PortRange range,
      Verdicts verdicts,
      MediaEvents events,
      RandomGenerator random) {
    this.loop = loop;
    this.range = range;
    this.verdicts = verdicts;
    this.events = events;
    this.random = random;
  }

  CallLoop loop() {
    return loop;
  }

  @Override
  public MediaPort openPort(PortName name) throws MediaFailure {
    var latch = new Latch();
    var ingress = new Ingress(name, latch, new SampleClock(bornNanos), verdicts, events);
    PortPair sockets = range.bind(loop.netty(), ingress::received);
    var egress =
        new Egress(name, new RtpSender(sockets.rtp(), latch::peer), new Timeline(random), events);
    var port = new LoopPort(name, this, sockets, ingress, egress);
    try {
      loop.within(LIMIT, "open port " + name, () -> add(port));
    } catch (MediaFailure failure) {
      sockets.close();
      throw failure;
    }
    return port;
  }

  @Override
  public RtpFork openRtpFork(String name, List<PortName> speakers) throws MediaFailure {
    var tally = new ForkTally();
    Map<PortName, UdpFork.Way> ways = new LinkedHashMap<>();
    try {
      for (PortName speaker : speakers) {
        ways.put(speaker, way(speaker, tally));
      }
      var fork = new UdpFork(name, this, tally, ways);
      loop.within(LIMIT, "open fork " + name, () -> add(fork.tracks(), fork.sockets()));
      return fork;
    } catch (MediaFailure failure) {
      ways.values().forEach(way -> way.sockets().close());
      throw failure;
    }
  }

  private UdpFork.Way way(PortName speaker, ForkTally tally) throws MediaFailure {
    PortPair sockets = range.bind(loop.netty(), (_, _, _) -> verdicts.count(Verdict.NOT_HEARD));
    var out = new RtpTrackOut(sockets.rtp(), verdicts, random);
    return new UdpFork.Way(sockets, out, new Track(speaker, tally, verdicts, out, false));
  }

  @Override
  public Fork openFork(String name, List<PortName> speakers, ForkSink sink) {
    var tally = new ForkTally();
    long openedAt = new SampleClock(bornNanos).at(System.nanoTime());
    List<Track> fork = new ArrayList<>();
    for (PortName speaker : speakers) {
      var outlet = SinkFork.outlet(sink, speaker, openedAt);
      fork.add(new Track(speaker, tally, verdicts, outlet, true));
    }
    loop.settle(() -> add(fork, List.of()));
    return new SinkFork(name, this, tally, fork);
  }

  @Override
  public void switchTo(Wiring next) throws MediaFailure {
    loop.within(
        WIRING_LIMIT,
        "switch the wiring",
        () -> {
          wiring = next;
          rewire();
        });
  }

  @Override
  public void close() {
    loop.settle(this::closeAll);
  }

  /// Frees a port.
  void close(LoopPort port) {
    loop.settle(() -> remove(port));
  }

  /// Ends a fork: what its lines still hold leaves first.
  void close(List<Track> fork, List<PortPair> sockets) {
    loop.settle(
        () -> {
          long nowNanos = System.nanoTime();
          fork.forEach(track -> track.end(nowNanos));
          tracks.removeAll(fork);
          rewire();
          sockets.forEach(PortPair::close);
          forkSockets.removeAll(sockets);
        });
  }

  private void add(LoopPort port) {
    if (closed || ports.containsKey(port.name())) {
      throw new IllegalStateException(
          closed ? "the call is closed" : "%s is open already".formatted(port.name()));
    }
    ports.put(port.name(), port);
    rewire();
    startTicking();
  }

  private void add(List<Track> fork, List<PortPair> sockets) {
    if (closed) {
      throw new IllegalStateException("the call is closed");
    }
    tracks.addAll(fork);
    forkSockets.addAll(sockets);
    rewire();
  }

  private void remove(LoopPort port) {
    if (ports.remove(port.name(), port)) {
      rewire();
      port.ingress().route(Routes.NONE);
      port.sockets().close();
    }
  }

  private void closeAll() {
    closed = true;
    List.copyOf(ports.values()).forEach(this::remove);
    tracks.clear();
    forkSockets.forEach(PortPair::close);
    forkSockets.clear();
  }

  /// Joins what is open now by the wiring in force: gates first, so that nothing passes one that is
  /// to be closed.
  private void rewire() {
    long nowNanos = System.nanoTime();
    for (Track track : tracks) {
      LoopPort talker = ports.get(track.speaker());
      track.tapped(wiring.tapped().contains(track.speaker()));
      track.follow(talker == null ? null : talker.ingress().keys(), nowNanos);
    }
    for (LoopPort port : ports.values()) {
      port.ingress().route(routes(port));
      port.egress().hears(hearing(port.name()));
    }
  }

  private Routes routes(LoopPort speaker) {
    List<Egress> hearers = new ArrayList<>();
    List<MaskedHearing> masked = new ArrayList<>();
    for (Wiring.Hearing path : wiring.hearings()) {
      LoopPort listener = ports.get(path.listener());
      if (listener == null || !path.speaker().equals(speaker.name())) {
        continue;
      }
      switch (path.masking()) {
        case NONE -> hearers.add(listener.egress());
        case KEYS ->
            masked.add(new MaskedHearing(speaker.ingress().keys(), listener.egress(), verdicts));
      }
    }
    List<Tap> taps = new ArrayList<>(masked);
    tracks.stream().filter(track -> track.speaker().equals(speaker.name())).forEach(taps::add);
    return new Routes(hearers, masked, taps);
  }

  private Optional<Wiring.Hearing> hearing(PortName listener) {
    return wiring.hearings().stream()
        .filter(path -> path.listener().equals(listener) && ports.containsKey(path.speaker()))
        .findFirst();
  }

  private void startTicking() {
    if (!ticking) {
      ticking = true;
      nextTickNanos = System.nanoTime() + TICK_NANOS;
      schedule();
    }
  }

  private void tick() {
    if (ports.isEmpty()) {
      ticking = false;
      return;
    }
    long nowNanos = System.nanoTime();
    nextTickNanos = Math.max(nextTickNanos + TICK_NANOS, nowNanos - MAKE_UP_NANOS);
    schedule();
    for (LoopPort port : ports.values()) {
      port.ingress().tick(nowNanos);
      port.egress().tick(nowNanos);
    }
  }

  /// Ticks are planned from each other, not from when they ran, so they do not drift; after a stall
  /// up to five are made up.
  private void schedule() {
    var _ =
        loop.netty().schedule(this::tick, nextTickNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
  }
}
