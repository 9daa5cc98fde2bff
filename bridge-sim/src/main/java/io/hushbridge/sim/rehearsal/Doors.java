package io.hushbridge.sim.rehearsal;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The ports of one rehearsal, all on 127.0.0.1.
///
/// @param bridgeSip the bridge's SIP port
/// @param mediaLow first of the bridge's [#MEDIA] media ports
/// @param http its API
/// @param callbacks its door for PCI Pal
/// @param pciPal PCI Pal's HTTP door
/// @param events the agent's HTTP door, for External Events
/// @param sip each far end's SIP port
record Doors(
    int bridgeSip,
    int mediaLow,
    int http,
    int callbacks,
    int pciPal,
    int events,
    Map<Party, Integer> sip) {

  /// How many media ports the bridge is given.
  static final int MEDIA = 64;

  Doors {
    sip = Map.copyOf(sip);
  }

  /// Ports that nobody has at this moment. They are held together while they are looked for, so
  /// that no two are the same.
  static Doors free() throws IOException {
    List<AutoCloseable> held = new ArrayList<>();
    try {
      var sip = new EnumMap<Party, Integer>(Party.class);
      for (Party party : Party.values()) {
        sip.put(party, datagram(held));
      }
      return new Doors(
          datagram(held), media(), stream(held), stream(held), stream(held), stream(held), sip);
    } finally {
      release(held);
    }
  }

  int mediaHigh() {
    return mediaLow + MEDIA - 1;
  }

  /// Which far end has this SIP port.
  Optional<Party> at(int port) {
    return sip.entrySet().stream()
        .filter(door -> door.getValue() == port)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  int sipOf(Party party) {
    return Optional.ofNullable(sip.get(party)).orElseThrow();
  }

  private static int datagram(List<AutoCloseable> held) throws IOException {
    var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    held.add(socket);
    return socket.getLocalPort();
  }

  private static int stream(List<AutoCloseable> held) throws IOException {
    var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    held.add(socket);
    return socket.getLocalPort();
  }

  /// A run of media ports below those that the system gives out by itself. Each process begins to
  /// look at a place of its own, so that two rehearsals at a time do not meet.
  private static int media() throws IOException {
    int places = (32768 - 16384) / MEDIA;
    int first = (int) (ProcessHandle.current().pid() % places);
    for (int i = 0; i < places; i++) {
      int low = 16384 + (first + i) % places * MEDIA;
      if (allFree(low)) {
        return low;
      }
    }
    throw new IOException("no " + MEDIA + " free media ports in a row");
  }

  private static boolean allFree(int low) {
    List<AutoCloseable> held = new ArrayList<>();
    try {
      for (int port = low; port < low + MEDIA; port++) {
        held.add(new DatagramSocket(port, InetAddress.getLoopbackAddress()));
      }
      return true;
    } catch (IOException taken) {
      return false;
    } finally {
      release(held);
    }
  }

  private static void release(List<AutoCloseable> held) {
    for (AutoCloseable socket : held) {
      try {
        socket.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
