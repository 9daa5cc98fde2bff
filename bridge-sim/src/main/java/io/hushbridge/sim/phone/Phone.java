package io.hushbridge.sim.phone;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/// One RTP stream each way: a packet every 20 ms of G.711 or of a key, silence where nothing is
/// said. Any thread.
public final class Phone implements AutoCloseable {
  private static final long TICK_NANOS = Duration.ofMillis(20).toNanos();
  private static final int KEY_MILLIS = 80;
  private static final int KEY_TICKS = 4;
  private static final int GAP_MILLIS = 60;
  private static final int LARGEST_DATAGRAM = 2048;

  private final DatagramSocket socket;
  private final Mouth mouth;
  private final RandomGenerator random;
  private final double loss;
  private final Listener listener;
  private final Tape tape = new Tape();
  private final KeyEar keyEar = new KeyEar();
  private final AtomicInteger keysHeard = new AtomicInteger();
  private volatile boolean closed;

  private Phone(DatagramSocket socket, RandomGenerator random, double loss, Listener listener) {
    this.socket = socket;
    this.mouth = new Mouth(random);
    this.random = random;
    this.loss = loss;
    this.listener = listener;
  }

  /// A phone at a free port, sending nothing yet.
  ///
  /// @param random for what RTP wants random, and for loss; the phone's alone from now on
  /// @param loss share of sent packets that is lost, 0 to 1
  public static Phone open(String host, RandomGenerator random, double loss, Listener listener)
      throws IOException {
    var socket = new DatagramSocket(0, InetAddress.getByName(host));
    var phone = new Phone(socket, random, loss, listener);
    String name = "phone-" + socket.getLocalPort();
    Thread.ofPlatform().daemon().name(name).start(phone::send);
    Thread.ofVirtual().name(name + "-ear").start(phone::listen);
    return phone;
  }

  /// Where it takes RTP, and sends it from.
  public InetSocketAddress local() {
    return new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort());
  }

  /// Speaks to the author of a description from now on.
  ///
  /// @param flow ours; where it does not send, what is being said is dropped
  public void speaksTo(Sdp.Stream peer, Flow flow) {
    boolean open = flow.sends() && peer.address().getPort() != 0;
    mouth.speaksTo(new Mouth.Route(peer.address(), peer.audio(), peer.events(), open));
  }

  /// Says something after all that waits to be said.
  ///
  /// @return done when the last of it has been sent; cancelled when it is hushed
  public CompletableFuture<Void> says(Sound sound) {
    return mouth.says(new Utterance.Speech(sound));
  }

  /// Keys digits one after the other, 80 ms each with 60 ms between: telephone-events where the
  /// peer takes them, else tones. A `,` waits for half a second.
  public CompletableFuture<Void> keys(String digits) {
    CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
    for (int i = 0; i < digits.length(); i++) {
      last = key(digits.charAt(i));
    }
    return last;
  }

  private CompletableFuture<Void> key(char digit) {
    if (digit == ',') {
      return says(Sound.silence(500));
    }
    if (mouth.route().events() < 0) {
      return keysInBand(String.valueOf(digit));
    }
    CompletableFuture<Void> pressed = mouth.says(new Utterance.Press(digit, KEY_TICKS));
    var _ = says(Sound.silence(GAP_MILLIS - 40)); // the end's two repeats take 40 ms of it
    return pressed;
  }

  /// Keys digits as tones in the audio.
  public CompletableFuture<Void> keysInBand(String digits) {
    return says(KeyTones.of(digits, KEY_MILLIS, GAP_MILLIS));
  }

  /// Drops what is being said and what waits to be.
  public void hush() {
    mouth.hush();
  }

  /// Everything heard, laid out in time: mu-law.
  public byte[] audio() {
    return tape.audio();
  }

  /// How much of what was heard is louder than comfort noise.
  public Duration audible() {
    return Duration.ofMillis(tape.audibleMillis());
  }

  public int keysHeard() {
    return keysHeard.get();
  }

  private void send() {
    long nextNanos = System.nanoTime();
    while (!closed) {
      mouth.tick().filter(packet -> loss == 0 || random.nextDouble() >= loss).ifPresent(this::send);
      nextNanos += TICK_NANOS;
      long waitNanos = nextNanos - System.nanoTime();
      if (waitNanos > 0) {
        LockSupport.parkNanos(waitNanos);
      }
    }
  }

  private void send(Packet packet) {
    byte[] bytes = packet.bytes();
    try {
      socket.send(new DatagramPacket(bytes, bytes.length, mouth.route().peer()));
    } catch (IOException gone) {
      // A peer that is no longer there; the call's signalling tells.
    }
  }

  private void listen() {
    var datagram = new DatagramPacket(new byte[LARGEST_DATAGRAM], LARGEST_DATAGRAM);
    while (!closed) {
      try {
        datagram.setLength(LARGEST_DATAGRAM);
        socket.receive(datagram);
        Packet.read(datagram.getData(), datagram.getLength()).ifPresent(this::hear);
      } catch (IOException interrupted) {
        // Closed, or a peer's port is: the loop's condition knows.
      }
    }
  }

  private void hear(Packet packet) {
    if (packet.type() == Sdp.MU_LAW) {
      hearAudio(packet);
    } else if (packet.type() == Sdp.A_LAW) {
      hearAudio(packet.with(ALaw.toMuLaw(packet.payload())));
    } else {
      keyEar
          .hear(packet)
          .ifPresent(
              key -> {
                keysHeard.incrementAndGet();
                listener.key(key);
              });
    }
  }

  private void hearAudio(Packet packet) {
    if (tape.take(packet)) {
      listener.audible();
    }
  }

  /// Falls silent and frees the port. What waits to be said is cancelled.
  @Override
  public void close() {
    closed = true;
    mouth.close();
    socket.close();
  }
}
