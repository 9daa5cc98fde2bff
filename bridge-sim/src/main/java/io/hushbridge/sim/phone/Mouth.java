package io.hushbridge.sim.phone;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Makes one stream of RTP: what it is told to say, and silence between. `tick` on the sender's
/// thread only, the rest on any.
final class Mouth {
  private final Queue<Utterance> waiting = new ConcurrentLinkedQueue<>();
  private final int ssrc;
  private volatile Route route = new Route(new InetSocketAddress(0), -1, false);
  private @Nullable Utterance current;
  private int sequence;
  private int timestamp;
  private boolean spoke;
  private volatile boolean hushed;
  private volatile boolean closed;

  /// Where the stream goes.
  ///
  /// @param events payload type of telephone-event, or -1
  record Route(InetSocketAddress peer, int events, boolean open) {}

  Mouth(RandomGenerator random) {
    this.ssrc = random.nextInt();
    this.sequence = random.nextInt(1 << 16);
    this.timestamp = random.nextInt();
  }

  void speaksTo(Route route) {
    this.route = route;
    hushed |= !route.open();
  }

  Route route() {
    return route;
  }

  CompletableFuture<Void> says(Utterance utterance) {
    waiting.add(utterance);
    if (closed) {
      utterance.done().cancel(false);
    }
    return utterance.done();
  }

  /// Drops what is being said and what waits to be.
  void hush() {
    hushed = true;
  }

  /// The packet of this interval; empty where the stream is closed.
  Optional<Packet> tick() {
    if (hushed) {
      hushed = false;
      drop();
    }
    Route to = route;
    timestamp += Sound.FRAME;
    if (!to.open()) {
      spoke = false;
      return Optional.empty();
    }
    sequence++;
    return Optional.of(packet(next(), to));
  }

  private Packet packet(Utterance.Part part, Route to) {
    if (part.key()) {
      int begun = timestamp - part.startedTicksAgo() * Sound.FRAME;
      return new Packet(part.begins(), to.events(), sequence, begun, ssrc, part.payload());
    }
    boolean first = !spoke;
    spoke = true;
    return new Packet(first, Sdp.MU_LAW, sequence, timestamp, ssrc, part.payload());
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

  /// Nothing more will be said. Sender's thread only.
  void close() {
    closed = true;
    drop();
  }

  private void drop() {
    if (current != null) {
      current.done().cancel(false);
      current = null;
    }
    for (Utterance next = waiting.poll(); next != null; next = waiting.poll()) {
      next.done().cancel(false);
    }
  }
}
