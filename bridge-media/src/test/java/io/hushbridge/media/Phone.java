package io.hushbridge.media;

import static java.util.Objects.requireNonNull;

import io.hushbridge.media.rtp.Codec;
import io.hushbridge.media.rtp.RtpHeader;
import io.hushbridge.media.sdp.Stream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The far end of a port in tests: a UDP socket that talks RTP and remembers what it hears.
final class Phone implements AutoCloseable {
  static final int AUDIO = 0;
  static final int EVENTS = 101;
  static final int FRAME = 160;
  static final Codec CODEC = Codec.PCMU;

  private final DatagramSocket socket;
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private @Nullable InetSocketAddress port;

  private int ssrc = 0x1234;
  private int sequence = 65_500;
  private int timestamp = -4000;
  private int toneAt;

  /// A packet as it arrived.
  record Heard(RtpHeader header, ByteBuffer payload, long nanos) {
    boolean isEvent() {
      return header.payloadType() == EVENTS;
    }

    int event() {
      return payload.get(0);
    }

    boolean end() {
      return (payload.get(1) & 0x80) != 0;
    }

    int duration() {
      return payload.getShort(2) & 0xFFFF;
    }

    boolean isSilence() {
      return isAll(CODEC.silence());
    }

    boolean isAll(int wanted) {
      return codes().allMatch(code -> code == (byte) wanted);
    }

    boolean has(int wanted) {
      return codes().anyMatch(code -> code == (byte) wanted);
    }

    private IntStream codes() {
      return IntStream.range(0, payload.limit()).map(payload::get);
    }
  }

  private Phone(DatagramSocket socket) {
    this.socket = socket;
    Thread.ofVirtual().start(this::listen);
  }

  static Phone at(String host) {
    try {
      return new Phone(new DatagramSocket(new InetSocketAddress(InetAddress.getByName(host), 0)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Phone ringing() {
    return at("127.0.0.1");
  }

  /// Joins this phone and a port, as an offer and its answer would.
  Phone joined(MediaPort port) {
    return joined(port, agreed());
  }

  Phone joined(MediaPort port, Stream agreed) {
    port.connect(agreed);
    return talkingTo(port.local());
  }

  Phone talkingTo(InetSocketAddress port) {
    this.port = port;
    return this;
  }

  Stream agreed() {
    return agreed(true, true);
  }

  Stream agreed(boolean send, boolean receive) {
    return new Stream(local(), CODEC, AUDIO, EVENTS, 20, send, receive);
  }

  InetSocketAddress local() {
    return (InetSocketAddress) socket.getLocalSocketAddress();
  }

  private void listen() {
    byte[] buffer = new byte[2048];
    var packet = new DatagramPacket(buffer, buffer.length);
    try {
      while (true) {
        socket.receive(packet);
        RtpHeader header = requireNonNull(RtpHeader.parse(buffer, packet.getLength()));
        int start = header.payloadStart();
        byte[] payload = Arrays.copyOfRange(buffer, start, start + header.payloadLength());
        heard.add(new Heard(header, ByteBuffer.wrap(payload), System.nanoTime()));
      }
    } catch (SocketException closed) {
      // The test is over.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One packet of 20 ms whose every sample is this code, on the talker's running numbers.
  void says(int code) {
    says(_ -> code);
  }

  /// One packet of 20 ms, code by code.
  void says(IntUnaryOperator code) {
    byte[] payload = new byte[FRAME];
    for (int i = 0; i < FRAME; i++) {
      payload[i] = (byte) code.applyAsInt(i);
    }
    sends(AUDIO, false, payload);
    timestamp += FRAME;
  }

  /// Several packets of one code, at once.
  void saysTimes(int packets, int code) {
    for (int packet = 0; packet < packets; packet++) {
      says(code);
    }
  }

  /// Several packets of one code, in the rhythm of a phone.
  void talks(int code, Duration length) {
    long next = System.nanoTime();
    for (long packets = length.toMillis() / 20; packets > 0; packets--) {
      says(code);
      next += 20_000_000;
      pauseUntil(next);
    }
  }

  /// One packet of 20 ms of a key's tone (ITU-T Q.23), going on from where the last one ended.
  void sounds(int lowHertz, int highHertz) {
    int begin = toneAt;
    says(i -> CODEC.encode(tone(lowHertz, highHertz, begin + i)));
    toneAt += FRAME;
  }

  private static short tone(int low, int high, int at) {
    double turn = 2 * Math.PI * at / 8000;
    return (short) (6000 * Math.sin(low * turn) + 6000 * Math.sin(high * turn));
  }

  /// A whole key press: four packets and three ENDs, sent at once.
  void presses(int event) {
    for (int packet = 1; packet <= 6; packet++) {
      boolean end = packet > 3;
      sendsEvent(event, packet == 1, end, Math.min(packet, 4) * FRAME);
    }
    timestamp += 4 * FRAME;
  }

  void sendsEvent(int event, boolean marker, boolean end, int duration) {
    byte[] payload = {
      (byte) event, (byte) (end ? 0x8A : 0x0A), (byte) (duration >> 8), (byte) duration
    };
    sends(EVENTS, marker, payload);
  }

  void sends(int payloadType, boolean marker, byte[] payload) {
    ByteBuffer packet = ByteBuffer.allocate(RtpHeader.SIZE + payload.length);
    packet.put((byte) 0x80).put((byte) ((marker ? 0x80 : 0) | payloadType));
    packet.putShort((short) sequence++).putInt(timestamp).putInt(ssrc).put(payload);
    sendsRaw(packet.array());
  }

  void sendsRaw(byte[] packet) {
    try {
      socket.send(new DatagramPacket(packet, packet.length, port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Changes the running numbers, as a phone does that was handed to another stream.
  void becomes(int ssrc, int sequence, int timestamp) {
    this.ssrc = ssrc;
    this.sequence = sequence;
    this.timestamp = timestamp;
  }

  void waits(Duration time) {
    timestamp += (int) time.toMillis() * 8;
    pauseUntil(System.nanoTime() + time.toNanos());
  }

  void losesPacket() {
    sequence++;
    timestamp += FRAME;
  }

  List<Heard> heard() {
    return new ArrayList<>(heard);
  }

  List<Heard> heard(Predicate<Heard> which) {
    return heard.stream().filter(which).toList();
  }

  /// Waits until this many such packets have come, then gives them.
  List<Heard> hears(int packets, Predicate<Heard> which) {
    Await.that(() -> heard(which).size() >= packets);
    return heard(which);
  }

  /// Forgets what was heard.
  void forgets() {
    heard.clear();
  }

  static void pauseUntil(long nanos) {
    while (nanos - System.nanoTime() > 0) {
      LockSupport.parkNanos(nanos - System.nanoTime());
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
