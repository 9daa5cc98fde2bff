package io.hushbridge.sim.rehearsal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/// A capture file of what a caller says, for SIPp to play: speech of one tone in mu-law, and keys
/// as RFC 4733 events. Shares no code with the simulators.
final class CallerCapture {
  private static final int PACKET_MILLIS = 20;
  private static final int PACKET_SAMPLES = 160;
  private static final int EVENT_TYPE = 101;
  private static final int KEY_PACKETS = 5;
  private static final int GAP_PACKETS = 4;
  private static final String KEYS = "0123456789*#";

  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private long millis;
  private int sequence = 1;
  private int timestamp = 160;

  CallerCapture() {
    // The classic file header: magic, version 2.4, zone, accuracy, snap length, Ethernet.
    write(
        ByteBuffer.allocate(24)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(0xA1B2C3D4)
            .putShort((short) 2)
            .putShort((short) 4)
            .putInt(0)
            .putInt(0)
            .putInt(65535)
            .putInt(1));
  }

  CallerCapture talks(Duration time) {
    for (long left = time.toMillis(); left > 0; left -= PACKET_MILLIS) {
      byte[] audio = new byte[PACKET_SAMPLES];
      for (int i = 0; i < audio.length; i++) {
        // A square wave of 500 Hz, which no key's tones have.
        audio[i] = (byte) (i / 8 % 2 == 0 ? 0x90 : 0x10);
      }
      packet(0, audio);
      pass();
    }
    return this;
  }

  /// Nothing is said.
  CallerCapture waits(Duration time) {
    for (long left = time.toMillis(); left > 0; left -= PACKET_MILLIS) {
      byte[] silence = new byte[PACKET_SAMPLES];
      Arrays.fill(silence, (byte) 0xFF);
      packet(0, silence);
      pass();
    }
    return this;
  }

  CallerCapture keys(String keys) {
    keys.chars().map(KEYS::indexOf).forEach(this::key);
    return this;
  }

  /// 100 ms, its end said three times.
  private void key(int event) {
    for (int i = 1; i <= KEY_PACKETS; i++) {
      event(event, false, i * PACKET_SAMPLES);
      millis += PACKET_MILLIS;
    }
    for (int i = 0; i < 3; i++) {
      event(event, true, KEY_PACKETS * PACKET_SAMPLES);
    }
    timestamp += KEY_PACKETS * PACKET_SAMPLES;
    waits(Duration.ofMillis(GAP_PACKETS * PACKET_MILLIS));
  }

  private void event(int event, boolean end, int duration) {
    packet(
        EVENT_TYPE,
        ByteBuffer.allocate(4)
            .put((byte) event)
            .put((byte) (end ? 0x8A : 0x0A))
            .putShort((short) duration)
            .array());
  }

  private void pass() {
    millis += PACKET_MILLIS;
    timestamp += PACKET_SAMPLES;
  }

  /// Ethernet, IPv4 and UDP around an RTP packet; SIPp puts in the addresses.
  private void packet(int type, byte[] payload) {
    int rtp = 12 + payload.length;
    int size = 14 + 20 + 8 + rtp;
    write(
        ByteBuffer.allocate(16)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt((int) (millis / 1000))
            .putInt((int) (millis % 1000 * 1000))
            .putInt(size)
            .putInt(size));
    write(
        ByteBuffer.allocate(size)
            .put(new byte[12])
            .putShort((short) 0x0800)
            .putInt(0x45000000 | (20 + 8 + rtp))
            .putInt(0)
            .putInt(0x40110000)
            .putInt(0x7F000001)
            .putInt(0x7F000001)
            .putShort((short) 6000)
            .putShort((short) 6002)
            .putShort((short) (8 + rtp))
            .putShort((short) 0)
            .put((byte) 0x80)
            .put((byte) type)
            .putShort((short) sequence++)
            .putInt(timestamp)
            .putInt(0x51505020)
            .put(payload));
  }

  private void write(ByteBuffer bytes) {
    byte[] written = new byte[bytes.flip().remaining()];
    bytes.get(written);
    file.writeBytes(written);
  }

  Duration length() {
    return Duration.ofMillis(millis);
  }

  Path save(Path to) throws IOException {
    return Files.write(to, file.toByteArray());
  }
}
