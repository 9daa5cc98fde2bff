package io.hushbridge.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FarEndsTest {
  @TempDir private Path recordings;

  @Test
  void closedFarEndsLeaveTheirDoorsToOthers() throws Exception {
    Places places = FreePorts.places();
    for (int i = 0; i < 2; i++) {
      try (FarEnds ends = open(places)) {
        assertThat(ends.trunk().inCall()).isFalse();
      }
    }
  }

  @Test
  void aDoorThatIsTakenClosesThoseOpenedBefore() throws Exception {
    Places places = FreePorts.places();
    try (var _ = bound(places.events())) {
      assertThatThrownBy(() -> open(places)).isInstanceOf(IOException.class);
    }
    try (var door = bound(places.pciPal())) {
      assertThat(door.isBound()).isTrue();
    }
  }

  private static ServerSocket bound(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
  }

  private FarEnds open(Places places) throws Exception {
    return FarEnds.open(places, Secrets.rehearsed(), Conduct.orderly(3), recordings, moment -> {});
  }
}
