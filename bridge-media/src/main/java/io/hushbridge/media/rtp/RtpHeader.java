package io.hushbridge.media.rtp;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/// What an RTP packet says before its sound (RFC 3550 §5.1), and where the sound lies.
///
///      0                   1                   2                   3
///     |V=2|P|X|  CC   |M|     PT      |       sequence number         |
///     |                           timestamp                           |
///     |                             SSRC                              |
///     |                    CSRC, CC times 32 bits                     |
///     |      extension profile        |   length in 32-bit words      |
///     |                    payload ... padding, count |
///
/// @param sequence 0 to 65535
/// @param timestamp the 32 bits as they are
/// @param ssrc the 32 bits as they are
/// @param payloadStart index of the first byte of payload, from the start of the packet
/// @param payloadLength bytes of payload, padding left out; may be 0
public record RtpHeader(
    boolean marker,
    int payloadType,
    int sequence,
    int timestamp,
    int ssrc,
    int payloadStart,
    int payloadLength) {

  /// Bytes of a header with no CSRC and no extension: what we write.
  public static final int SIZE = 12;

  private static final int VERSION = 2;

  /// Reads a packet without moving the buffer's indices. Nothing beyond the readable bytes is
  /// looked at. Null, and no exception, where it is not RTP: this runs for every packet.
  public static @Nullable RtpHeader parse(ByteBuf packet) {
    int length = packet.readableBytes();
    int at = packet.readerIndex();
    if (length < SIZE || packet.getUnsignedByte(at) >> 6 != VERSION) {
      return null;
    }
    int first = packet.getUnsignedByte(at);
    int start = SIZE + 4 * (first & 0x0F);
    if ((first & 0x10) != 0) {
      if (start + 4 > length) {
        return null;
      }
      start += 4 + 4 * packet.getUnsignedShort(at + start + 2);
    }
    int padding = (first & 0x20) != 0 ? packet.getUnsignedByte(at + length - 1) : 0;
    boolean emptyPadding = (first & 0x20) != 0 && padding == 0;
    if (emptyPadding || start + padding > length) {
      return null;
    }
    int second = packet.getUnsignedByte(at + 1);
    return new RtpHeader(
        (second & 0x80) != 0,
        second & 0x7F,
        packet.getUnsignedShort(at + 2),
        packet.getInt(at + 4),
        packet.getInt(at + 8),
        start,
        length - start - padding);
  }

  /// The same for a packet in an array, for readers that have no Netty.
  ///
  /// @param length bytes of the array that are the packet
  public static @Nullable RtpHeader parse(byte[] packet, int length) {
    return parse(Unpooled.wrappedBuffer(packet, 0, length));
  }

  /// Whether a packet on an RTP port is RTCP: packet types 192 to 223 (RFC 5761 §4).
  public static boolean looksLikeRtcp(ByteBuf packet) {
    return packet.readableBytes() >= 2
        && packet.getUnsignedByte(packet.readerIndex()) >> 6 == VERSION
        && (packet.getUnsignedByte(packet.readerIndex() + 1) & 0xE0) == 0xC0;
  }

  /// Appends a header with no CSRC, no extension and no padding.
  public static void write(
      ByteBuf out, boolean marker, int payloadType, int sequence, int timestamp, int ssrc) {
    out.writeByte(VERSION << 6);
    out.writeByte((marker ? 0x80 : 0) | payloadType);
    out.writeShort(sequence);
    out.writeInt(timestamp);
    out.writeInt(ssrc);
  }
}
