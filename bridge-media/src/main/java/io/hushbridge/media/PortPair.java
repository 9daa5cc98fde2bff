package io.hushbridge.media;

import io.netty.channel.Channel;
import java.net.InetSocketAddress;

/// Two bound sockets: RTP on an even port, RTCP on the odd one above (RFC 3550 §11).
record PortPair(Channel rtp, Channel rtcp) {

  InetSocketAddress local() {
    return (InetSocketAddress) rtp.localAddress();
  }

  boolean open() {
    return rtp.isOpen() || rtcp.isOpen();
  }

  /// Frees both. Idempotent.
  void close() {
    var _ = rtp.close();
    var _ = rtcp.close();
  }
}
