package io.hushbridge.control.recording;

import io.hushbridge.media.MediaPort;
import io.hushbridge.media.rtp.Codec;
import io.hushbridge.media.sdp.Stream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/// Somebody who says one mu-law value all the time, every 20 ms.
final class Talker implements AutoCloseable {
  private static final int SAMPLES = 160;
  private static final long PTIME_NANOS = 20_000_000;
  private final DatagramSocket socket;
  private final InetSocketAddress to;
  private final byte value;
  private volatile boolean over;

  private Talker(DatagramSocket socket, InetSocketAddress to, byte value) {
    this.socket = socket;
    this.to = to;
    this.value = value;
  }

  static Talker at(MediaPort port, byte value) throws IOException {
    var socket = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"));
    var here = (InetSocketAddress) socket.getLocalSocketAddress();
    port.connect(new Stream(here, Codec.PCMU, 0, -1, 20, true, true));
    Talker talker = new Talker(socket, port.local(), value);
    Thread.ofPlatform().daemon().start(talker::talk);
    return talker;
  }

  private void talk() {
    long dueNanos = System.nanoTime();
    try {
      for (int sequence = 0; !over; sequence++) {
        byte[] rtp = packet(sequence);
        socket.send(new DatagramPacket(rtp, rtp.length, to));
        dueNanos += PTIME_NANOS;
        while (System.nanoTime() < dueNanos) {
          LockSupport.parkNanos(dueNanos - System.nanoTime());
        }
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private byte[] packet(int sequence) {
    byte[] rtp = new byte[12 + SAMPLES];
    Arrays.fill(rtp, value);
    ByteBuffer.wrap(rtp)
        .put((byte) 0x80)
        .put((byte) 0)
        .putShort((short) sequence)
        .putInt(sequence * SAMPLES)
        .putInt(value);
    return rtp;
  }

  @Override
  public void close() {
    over = true;
    socket.close();
  }
}
