package io.hushbridge.media;

import io.netty.buffer.ByteBuf;
import java.net.InetSocketAddress;

/// Takes the datagrams of one socket. Event loop only.
@FunctionalInterface
interface Receiver {

  /// Takes one datagram.
  ///
  /// @param packet valid during the call
  void received(ByteBuf packet, InetSocketAddress from, long nowNanos);
}
