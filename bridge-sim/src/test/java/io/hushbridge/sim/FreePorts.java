package io.hushbridge.sim;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/// Ports that nobody has at this moment, neither for TCP nor for UDP.
final class FreePorts {
  private FreePorts() {}

  static Places places() throws IOException {
    List<Integer> free = of(8);
    return new Places(
        "127.0.0.1",
        free.get(0),
        free.get(1),
        free.get(2),
        free.get(3),
        free.get(4),
        free.get(5),
        free.get(6),
        free.get(7));
  }

  /// Held together while they are looked for, so that no two are the same.
  static List<Integer> of(int count) throws IOException {
    List<AutoCloseable> held = new ArrayList<>();
    List<Integer> found = new ArrayList<>();
    try {
      while (found.size() < count) {
        var tcp = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        held.add(tcp);
        try {
          held.add(new DatagramSocket(tcp.getLocalPort(), InetAddress.getLoopbackAddress()));
          found.add(tcp.getLocalPort());
        } catch (IOException takenForUdp) {
          // The next one, then.
        }
      }
      return found;
    } finally {
      for (AutoCloseable socket : held) {
        close(socket);
      }
    }
  }

  private static void close(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
