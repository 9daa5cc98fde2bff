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

  /// All ports of a rehearsal: media first, then signalling.
  private static final int ROW = MEDIA + 16;

  private static final int LOWEST = 16384;

  private static final int HIGHEST = 32767;

  /// Ports that nobody has at this moment, in a row below those that systems hand out by
  /// themselves. Each process begins to look at a place of its own, so that two rehearsals at a
  /// time do not meet.
  static Doors free() throws IOException {
    int rows = (HIGHEST + 1 - LOWEST) / ROW;
    int first = (int) (ProcessHandle.current().pid() % rows);
    for (int i = 0; i < rows; i++) {
      int low = LOWEST + (first + i) % rows * ROW;
      if (allFree(low)) {
        return at(low + MEDIA, low);
      }
    }
    throw new IOException("no " + ROW + " free ports in a row");
  }

  private static Doors at(int signalling, int media) {
    var places =
        new Places(
            HOST,
            signalling,
            signalling + 1,
            signalling + 2,
            signalling + 3,
            signalling + 4,
            signalling + 5,
            signalling + 6,
            signalling + 7);
    return new Doors(places, signalling + 8, media);
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

  private static boolean allFree(int low) {
    List<AutoCloseable> held = new ArrayList<>();
    try {
      for (int port = low; port < low + ROW; port++) {
        held.add(new DatagramSocket(port, InetAddress.getLoopbackAddress()));
        held.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
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
