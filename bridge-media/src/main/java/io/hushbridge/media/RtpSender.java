package io.hushbridge.media;

import io.hushbridge.media.Timeline.Stamp;
import io.hushbridge.media.rtp.RtpHeader;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetSocketAddress;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Puts packets on the wire. Each is written whole, header first, so nothing of a peer's own header
/// (CSRC, extensions, padding) reaches another peer. SRTP's protect belongs here. Event loop only.
final class RtpSender {
  private final Channel channel;
  private final Supplier<@Nullable InetSocketAddress> peer;

  /// @param peer where to send, asked for each packet; null while there is nowhere
  RtpSender(Channel channel, Supplier<@Nullable InetSocketAddress> peer) {
    this.channel = channel;
    this.peer = peer;
  }

  /// Sends a payload, which stays the caller's.
  void send(Stamp stamp, int payloadType, ByteBuf payload) {
    InetSocketAddress to = peer.get();
    if (to == null || !channel.isActive()) {
      return;
    }
    int length = payload.readableBytes();
    ByteBuf packet = channel.alloc().directBuffer(RtpHeader.SIZE + length);
    RtpHeader.write(
        packet, stamp.marker(), payloadType, stamp.sequence(), stamp.timestamp(), stamp.ssrc());
    packet.writeBytes(payload, payload.readerIndex(), length);
    var _ = channel.writeAndFlush(new DatagramPacket(packet, to), channel.voidPromise());
  }
}
