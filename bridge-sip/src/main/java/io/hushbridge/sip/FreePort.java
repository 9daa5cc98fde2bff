package io.hushbridge.sip;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Looks before the stack binds: the stack's own words on a taken port do not help an operator, and
/// it does not know port 0.
final class FreePort {
  private static final int TRIES = 20;

  private FreePort() {}

  /// The port to bind.
  ///
  /// @return the listener's port, or one that is free for UDP and TCP where it says 0
  static int checked(SipSettings.Listener listener) throws SipFailure {
    InetAddress host = address(listener);
    if (listener.port() != 0) {
      probe(listener, host, listener.port());
      return listener.port();
    }
    SipFailure last = new SipFailure("");
    for (int i = 0; i < TRIES; i++) {
      try {
        return probe(listener, host, 0);
      } catch (SipFailure e) {
        last = e;
      }
    }
    throw last;
  }

  private static InetAddress address(SipSettings.Listener listener) throws SipFailure {
    try {
      InetAddress host = InetAddress.getByName(listener.host());
      if (!host.isAnyLocalAddress()) {
        return host;
      }
    } catch (IOException e) {
      throw new SipFailure(
          "sip.listeners.%s: no address for %s".formatted(listener.name(), listener.host()), e);
    }
    throw new SipFailure(
        "sip.listeners.%s: %s is no address that a peer could answer to; name one of this machine's"
            .formatted(listener.name(), listener.host()));
  }

  private static int probe(SipSettings.Listener listener, InetAddress host, int port)
      throws SipFailure {
    try (ServerSocket tcp = new ServerSocket(port, 1, host);
        DatagramSocket udp = new DatagramSocket(new InetSocketAddress(host, tcp.getLocalPort()))) {
      return udp.getLocalPort();
    } catch (IOException e) {
      throw new SipFailure(
          "sip.listeners.%s: cannot listen on %s port %d (%s); is another program using it?"
              .formatted(listener.name(), listener.host(), port, e.getMessage()),
          e);
    }
  }
}
