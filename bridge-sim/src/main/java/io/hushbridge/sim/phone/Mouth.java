package io.hushbridge.sim.phone;

import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Makes one stream of RTP: what it is told to say, and silence between. Any thread.
final class Mouth {
  private final Queue<Utterance> waiting = new ArrayDeque<>();
  private final int ssrc;
  private Route route = new Route(new InetSocketAddress(0), Sdp.MU_LAW, -1, false);
  private @Nullable Utterance current;
  private int sequence;
  private int timestamp;
  private boolean spoke;
  private boolean closed;

  /// Where the stream goes.
  ///
  /// @param audio payload type of G.711, mu-law or A-law
  /// @param events payload type of telephone-event, or -1
  record Route(InetSocketAddress peer, int audio, int events, boolean open) {}

  Mouth(RandomGenerator random) {
    this.ssrc = random.nextInt();
    this.sequence = random.nextInt(1 << 16);
    this.timestamp = random.nextInt();
  }

  synchronized void speaksTo(Route route) {
    this.route = route;
    if (!route.open()) {
      hush();
    }
  }

  synchronized Route route() {
    return route;
  }

  synchronized CompletableFuture<Void> says(Utterance utterance) {
    if (closed) {
      utterance.done().cancel(false);
    } else {
      waiting.add(utterance);
    }
    return utterance.done();
  }

  /// Drops what is being said and what waits to be.
  synchronized void hush() {
    if (current != null) {
      current.done().cancel(false);
      current = null;
    }
    waiting.forEach(utterance -> utterance.done().cancel(false));
    waiting.clear();
  }

  /// Nothing more will be said.
  synchronized void close() {
    closed = true;
    hush();
  }

  /// The packet of this interval; empty where the stream is closed.
  synchronized Optional<Packet> tick() {
    timestamp += Sound.FRAME;
    if (!route.open()) {
      spoke = false;
      return Optional.empty();
    }
    sequence++;
    return Optional.of(packet(next()));
  }

  private Packet packet(Utterance.Part part) {
    if (part.key()) {
      int begun = timestamp - part.startedTicksAgo() * Sound.FRAME;
      return new Packet(part.begins(), route.events(), sequence, begun, ssrc, part.payload());
    }
    boolean first = !spoke;
    spoke = true;
    byte[] audio = route.audio() == Sdp.A_LAW ? ALaw.ofMuLaw(part.payload()) : part.payload();
    return new Packet(first, route.audio(), sequence, timestamp, ssrc, audio);
  }

  private Utterance.Part next() {
    while (true) {
      if (current == null) {
        current = waiting.poll();
      }
      if (current == null) {
        return new Utterance.Part(false, false, 0, Sound.silence(20).frame(0));
      }
      Optional<Utterance.Part> part = current.next();
      if (part.isPresent()) {
        return part.get();
      }
      current.done().complete(null);
      current = null;
    }
  }
}
