package io.hushbridge.sim.rehearsal;

import io.hushbridge.sim.Places;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The ports of one rehearsal, all on 127.0.0.1.
///
/// @param callbacks the bridge's door for PCI Pal
/// @param mediaLow first of the bridge's [#MEDIA] media ports
record Doors(Places places, int callbacks, int mediaLow) {
  static final String HOST = "127.0.0.1";

  /// How many media ports the bridge is given.
  static final int MEDIA = 64;

  /// Ports given out lie below those that the system takes for itself.
  private static final int LOWEST_MEDIA = 16384;

  private static final int HIGHEST_MEDIA = 32767;

  /// Ports that nobody has at this moment. They are held together while they are looked for, so
  /// that no two are the same.
  static Doors free() throws IOException {
    List<AutoCloseable> held = new ArrayList<>();
    try {
      var places =
          new Places(
              HOST,
              forSip(held),
              forHttp(held),
              forSip(held),
              forSip(held),
              forSip(held),
              forSip(held),
              forHttp(held),
              forHttp(held));
      return new Doors(places, forHttp(held), media());
    } finally {
      release(held);
    }
  }

  int mediaHigh() {
    return mediaLow + MEDIA - 1;
  }

  boolean isMedia(int port) {
    return port >= mediaLow && port <= mediaHigh();
  }

  /// Who speaks SIP from this port: one of the far ends, else somebody who calls.
  Party at(int port) {
    return Stream.of(Party.values())
        .filter(party -> party.sipPort(places) == port)
        .findFirst()
        .orElse(Party.CALLER);
  }

  /// SIP is spoken over UDP and TCP on one number.
  private static int forSip(List<AutoCloseable> held) throws IOException {
    var tcp = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    held.add(tcp);
    held.add(new DatagramSocket(tcp.getLocalPort(), InetAddress.getLoopbackAddress()));
    return tcp.getLocalPort();
  }

  private static int forHttp(List<AutoCloseable> held) throws IOException {
    var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    held.add(socket);
    return socket.getLocalPort();
  }

  /// Each process begins to look at a place of its own, so that two rehearsals at a time do not
  /// meet.
  private static int media() throws IOException {
    int places = (HIGHEST_MEDIA + 1 - LOWEST_MEDIA) / MEDIA;
    int first = (int) (ProcessHandle.current().pid() % places);
    for (int i = 0; i < places; i++) {
      int low = LOWEST_MEDIA + (first + i) % places * MEDIA;
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
