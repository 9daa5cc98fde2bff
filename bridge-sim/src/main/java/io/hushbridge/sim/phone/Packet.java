package io.hushbridge.sim.phone;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// An RTP packet (RFC 3550 §5.1).
@SuppressWarnings("ArrayRecordComponent") // nobody compares or keeps packets
record Packet(boolean marker, int type, int sequence, int timestamp, int ssrc, byte[] payload) {
  private static final int HEADER = 12;
  private static final int VERSION = 0x80;

  /// The same with another payload.
  Packet with(byte[] other) {
    return new Packet(marker, type, sequence, timestamp, ssrc, other);
  }

  byte[] bytes() {
    return ByteBuffer.allocate(HEADER + payload.length)
        .put((byte) VERSION)
        .put((byte) (type | (marker ? 0x80 : 0)))
        .putShort((short) sequence)
        .putInt(timestamp)
        .putInt(ssrc)
        .put(payload)
        .array();
  }

  /// Reads a datagram; empty where it is no RTP.
  static Optional<Packet> read(byte[] datagram, int length) {
    if (length < HEADER || (datagram[0] & 0xC0) != VERSION) {
      return Optional.empty();
    }
    int start = HEADER + 4 * (datagram[0] & 0x0F);
    if ((datagram[0] & 0x10) != 0 && length >= start + 4) {
      start += 4 + 4 * ByteBuffer.wrap(datagram).getShort(start + 2);
    }
    int padding = (datagram[0] & 0x20) == 0 ? 0 : datagram[length - 1] & 0xFF;
    if (start > length - padding) {
      return Optional.empty();
    }
    ByteBuffer header = ByteBuffer.wrap(datagram);
    return Optional.of(
        new Packet(
            (datagram[1] & 0x80) != 0,
            datagram[1] & 0x7F,
            header.getShort(2) & 0xFFFF,
            header.getInt(4),
            header.getInt(8),
            Arrays.copyOfRange(datagram, start, length - padding)));
  }
}
