package io.hushbridge.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushbridge.sip.SipEvent.By;
import io.hushbridge.sip.SipEvent.Ended;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CloseTest {

  @Test
  void whatStandsIsHungUp() throws SipFailure {
    try (Line line = Line.open();
        Peer talking = line.peer();
        Peer ringing = line.peer();
        Peer calling = line.peer()) {
      Party talks = line.callTo(talking);
      Party rings = line.dial(line.to(ringing.uri()));
      ringing.reply(ringing.isCalled(), "180 Ringing");
      rings.next(SipEvent.Progress.class);
      calling.invites();
      Party called = line.taken();
      assertThat(line.endpoint.counts().legs()).isEqualTo(3);
      line.endpoint.close();
      talking.hears("BYE");
      ringing.hears("CANCEL");
      calling.hears("480");
      for (Party party : List.of(talks, rings, called)) {
        assertThat(party.eventually(Ended.class).by()).isEqualTo(By.US);
      }
    }
  }

  @Test
  void nothingIsCountedWhenTheCallsAreOver() throws SipFailure {
    try (Line line = Line.withT1(Duration.ofMillis(20))) {
      for (String transport : List.of("udp", "tcp")) {
        Party caller = line.dial(line.to(line.far(transport)));
        Party callee = line.taken();
        callee.leg().answer(Line.ANSWER);
        caller.next(SipEvent.Answered.class);
        Line.soon(() -> assertThat(line.endpoint.counts()).isEqualTo(new SipCounts(2, 2, 0)));
        caller.hangUp();
        Party refused = line.dial(line.to(line.far(transport)));
        line.taken().leg().refuse(486, "Busy Here");
        refused.next(SipEvent.Refused.class);
        Party cancelled = line.dial(line.to(line.far(transport)));
        line.taken().leg().ring();
        cancelled.next(SipEvent.Progress.class);
        cancelled.hangUp();
      }
      Party unanswered = line.dial(line.to("sip:x@127.0.0.1:9"));
      unanswered.hangUp();
      unanswered.next(Ended.class);
      Line.soon(() -> assertThat(line.endpoint.counts()).isEqualTo(new SipCounts(0, 0, 0)));
    }
  }

  @Test
  void anEndpointMayBeClosedAsSoonAsItIsOpen() throws SipFailure {
    for (int i = 0; i < 3; i++) {
      Line.open().close();
    }
  }

  @Test
  void aSecondEndpointMayFollowTheFirst() throws SipFailure {
    for (int i = 0; i < 2; i++) {
      try (Line line = Line.open()) {
        Party caller = line.dial(line.to(line.far("tcp")));
        line.taken().leg().answer(Line.ANSWER);
        caller.next(SipEvent.Answered.class);
      }
    }
  }

  @Test
  void aProcessThatHasClosedItsEndpointEnds() throws Exception {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                OpensAndCloses.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("the JVM has ended").isTrue();
      assertThat(process.exitValue()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  /// A process that has a call of its own over UDP and TCP, and ends by nothing but `close`.
  static final class OpensAndCloses {
    private OpensAndCloses() {}

    public static void main(String[] args) throws SipFailure {
      try (Line line = Line.open()) {
        for (String transport : List.of("udp", "tcp")) {
          Party caller = line.dial(line.to(line.far(transport)));
          line.taken().leg().answer(Line.ANSWER);
          caller.next(SipEvent.Answered.class);
        }
      }
    }
  }

  @Test
  void aPortInUseIsSaidPlainly() throws Exception {
    try (DatagramSocket taken =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      SipSettings settings =
          new SipSettings(
              List.of(new SipSettings.Listener("trunk", "127.0.0.1", taken.getLocalPort())),
              "test",
              new Random(1));
      assertThatThrownBy(() -> SipEndpoint.open(settings, (leg, invited) -> event -> {}))
          .isInstanceOf(SipFailure.class)
          .hasMessageContaining("sip.listeners.trunk")
          .hasMessageContaining("another program");
    }
  }

  @Test
  void aWildcardAddressIsRefused() {
    SipSettings settings =
        new SipSettings(
            List.of(new SipSettings.Listener("trunk", "0.0.0.0", 0)), "test", new Random(1));
    assertThatThrownBy(() -> SipEndpoint.open(settings, (leg, invited) -> event -> {}))
        .isInstanceOf(SipFailure.class)
        .hasMessageContaining("no address that a peer could answer to");
  }
}
