package io.hushbridge.media;

import static io.hushbridge.media.Studio.CALLER;
import static io.hushbridge.media.Studio.LINE;
import static io.hushbridge.media.Studio.hear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class MediaPlaneTest {

  @Test
  void aPortIsEvenAndInTheRangeAndFreeAgainWhenClosed() throws MediaFailure {
    try (var studio = Studio.open()) {
      MediaPort port = studio.call.openPort(CALLER);

      assertThat(port.local().getPort() % 2).isZero();
      assertThat(port.local().getPort()).isBetween(41_000, 41_398);
      assertThat(studio.plane.counts().openPorts()).isEqualTo(1);

      port.close();
      port.close();
      Await.that(() -> studio.plane.counts().openPorts() == 0);
      studio.call.openPort(CALLER);
    }
  }

  @Test
  void aClosedCallLeavesNoPortOpen() throws MediaFailure {
    try (var studio = Studio.open()) {
      studio.phone(CALLER);
      studio.call.openPort(LINE);
      studio.call.openRtpFork("recorder", List.of(CALLER, LINE));
      assertThat(studio.plane.counts().openPorts()).isEqualTo(4);

      studio.call.close();

      Await.that(() -> studio.plane.counts().openPorts() == 0);
      assertThatThrownBy(() -> studio.call.openPort(CALLER)).isInstanceOf(MediaFailure.class);
      Await.that(() -> studio.plane.counts().openPorts() == 0);
    }
  }

  @Test
  void aFullRangeIsAFailureThatSaysSo() throws MediaFailure {
    try (var plane = MediaPlane.open(new MediaSettings("127.0.0.1", 41_400, 41_403, 1));
        var call = plane.newCall(_ -> {})) {
      MediaPort first = call.openPort(CALLER);
      call.openPort(LINE);

      PortName third = new PortName("third");
      assertThatThrownBy(() -> call.openPort(third))
          .isInstanceOf(MediaFailure.class)
          .hasMessageContaining("41400-41403");
      first.close();
      Await.that(() -> plane.counts().openPorts() == 1);
      call.openPort(third);
    }
  }

  @Test
  void twoPortsOfOneNameAreRefused() throws MediaFailure {
    try (var studio = Studio.open()) {
      studio.call.openPort(CALLER);

      assertThatThrownBy(() -> studio.call.openPort(CALLER))
          .isInstanceOf(MediaFailure.class)
          .hasMessageContaining("caller is open already");
      Await.that(() -> studio.plane.counts().openPorts() == 1);
    }
  }

  @Test
  void aWiringThatTheLoopMissesFailsAndNeverHappens() throws MediaFailure {
    var blocked = new CountDownLatch(1);
    try (var plane = MediaPlane.open(new MediaSettings("127.0.0.1", 41_404, 41_419, 1))) {
      var busy = new CountDownLatch(1);
      MediaCall call =
          plane.newCall(
              _ -> {
                busy.countDown();
                awaitUninterruptibly(blocked);
              });
      MediaPort port = call.openPort(CALLER);
      Phone caller = Phone.ringing().joined(port);
      Phone line = Phone.ringing().joined(call.openPort(LINE));
      caller.says(0x11);
      awaitUninterruptibly(busy);

      assertThatThrownBy(() -> call.switchTo(Wiring.of(hear(LINE, CALLER))))
          .isInstanceOf(MediaFailure.class)
          .hasMessageContaining("100 ms");
      blocked.countDown();
      caller.saysTimes(5, 0x11);
      line.hears(5, Phone.Heard::isSilence);

      assertThat(line.heard()).allMatch(Phone.Heard::isSilence);
      call.close();
      caller.close();
      line.close();
    }
  }

  @Test
  void aClosedPlaneLeavesNoThread() throws MediaFailure {
    var plane = MediaPlane.open(new MediaSettings("127.0.0.1", 41_420, 41_439, 2));
    MediaCall call = plane.newCall(_ -> {});
    call.openPort(CALLER);
    assertThat(mediaThreads()).isPositive();

    plane.close();

    Await.that(() -> mediaThreads() == 0);
    assertThat(plane.counts().openPorts()).isZero();
    call.close();
  }

  @Test
  void withoutEpollAudioIsRelayedAllTheSame() throws MediaFailure {
    try (var plane = MediaPlane.open(new MediaSettings("127.0.0.1", 41_440, 41_459, 1), false);
        var call = plane.newCall(_ -> {});
        Phone caller = Phone.ringing().joined(call.openPort(CALLER));
        Phone line = Phone.ringing().joined(call.openPort(LINE))) {
      call.switchTo(Wiring.closedPair(CALLER, LINE));

      caller.says(0x11);

      line.hears(1, packet -> packet.has(0x11));
    }
  }

  @Test
  void aListenerWithTwoSpeakersIsNoWiring() {
    assertThatThrownBy(() -> Wiring.of(hear(CALLER, LINE), hear(CALLER, new PortName("agent"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("caller would hear two at once");
  }

  private static long mediaThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("media-"))
        .count();
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
