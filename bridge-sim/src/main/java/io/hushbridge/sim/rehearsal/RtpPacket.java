package io.hushbridge.sim.rehearsal;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// An RTP packet as it was on the wire (RFC 3550 §5.1), read without any code of the bridge.
///
/// @param from the sender's port
/// @param to the receiver's port
/// @param timestamp unsigned
@SuppressWarnings("ArrayRecordComponent") // never compared, never a key
record RtpPacket(Instant at, int from, int to, int type, int ssrc, long timestamp, byte[] payload) {
  private static final int HEADER = 12;

  /// Reads a datagram; nothing if it is not RTP.
  static Optional<RtpPacket> read(Instant at, int from, int to, byte[] datagram) {
    if (datagram.length < HEADER || (datagram[0] & 0xC0) != 0x80) {
      return Optional.empty();
    }
    int begin = HEADER + 4 * (datagram[0] & 0x0F);
    if ((datagram[0] & 0x10) != 0 && datagram.length >= begin + 4) {
      begin += 4 + 4 * (int) number(datagram, begin + 2, 2);
    }
    if (begin > datagram.length) {
      return Optional.empty();
    }
    return Optional.of(
        new RtpPacket(
            at,
            from,
            to,
            datagram[1] & 0x7F,
            (int) number(datagram, 8, 4),
            number(datagram, 4, 4),
            Arrays.copyOfRange(datagram, begin, datagram.length)));
  }

  private static long number(byte[] datagram, int at, int bytes) {
    long number = 0;
    for (int i = at; i < at + bytes; i++) {
      number = (number << 8) | (datagram[i] & 0xFF);
    }
    return number;
  }

  boolean isMuLaw() {
    return type == 0;
  }

  boolean isALaw() {
    return type == 8;
  }
}
