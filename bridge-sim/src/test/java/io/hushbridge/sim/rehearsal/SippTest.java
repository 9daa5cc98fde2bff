package io.hushbridge.sim.rehearsal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushbridge.sim.Card;
import io.hushbridge.sim.FarEnds;
import io.hushbridge.sip.SipFailure;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A caller that shares no code with us: Debian's SIPp, which plays a card from a capture.
class SippTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration A_PAYMENT = Duration.ofSeconds(40);

  @TempDir Path directory;

  @Test
  void aCallerWhoIsSippPaysAndIsHeardByTheLineOnly() throws IOException, SipFailure {
    Scenario paid = Scenarios.named("paid").getFirst();

    Played played = Stage.play(paid, directory.resolve("run"), this::payThroughSipp);

    assertThat(Judge.judge(played)).allMatch(Verdict::holds);
    assertThat(Keys.on(played.wire().from(Party.CALLER)).events()).isEqualTo(16 + 4 + 3 + 1);
  }

  private String payThroughSipp(FarEnds ends, Doors doors, Runnable onceKeyed) throws IOException {
    Process sipp = sipp(doors);
    try {
      ends.agent().awaitCall(SOON);
      ends.recorder().awaitRecording(SOON);
      ends.agent().talks(Duration.ofMillis(500));
      var asked = ends.agent().asksFor(5000, "USD", "INV-7");
      String payment = ends.agent().looksUp(asked.location(), A_PAYMENT).body();
      ends.agent().awaitEvent(SOON);
      ends.agent().awaitReturn(SOON);
      ends.recorder().awaitResumed(SOON);
      ends.agent().talks(Duration.ofMillis(500));
      ends.agent().awaitEnd(A_PAYMENT);
      ends.recorder().awaitEnd(SOON);
      assertThat(sipp.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(sipp.exitValue()).isZero();
      return payment;
    } catch (InterruptedException stopped) {
      throw new IOException(stopped);
    } finally {
      sipp.destroyForcibly();
    }
  }

  private Process sipp(Doors doors) throws IOException {
    Card card = Card.OTHER_VISA;
    CallerCapture says =
        new CallerCapture()
            .talks(Duration.ofSeconds(1))
            .waits(Duration.ofSeconds(5))
            .keys(card.number() + "#")
            .waits(Duration.ofSeconds(2))
            .keys(card.expiry())
            .waits(Duration.ofSeconds(2))
            .keys(card.code())
            .waits(Duration.ofSeconds(8));
    Path audio = says.save(directory.resolve("caller.pcap"));
    Path scenario = directory.resolve("caller-pays.xml");
    Files.writeString(
        scenario,
        Files.readString(Path.of("src/test/sipp/caller-pays.xml"), ISO_8859_1)
            .replace("@AUDIO@", audio.toString())
            .replace("@MILLISECONDS@", Long.toString(says.length().toMillis())),
        ISO_8859_1);
    return new ProcessBuilder(command(doors, scenario))
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("sipp.log").toFile())
        .start();
  }

  private static int freePort() throws IOException {
    try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static List<String> command(Doors doors, Path scenario) throws IOException {
    return List.of(
        "sipp",
        Doors.HOST + ":" + doors.places().bridgeSip(),
        "-sf",
        scenario.toString(),
        "-s",
        "+12025550199",
        "-i",
        Doors.HOST,
        "-mi",
        Doors.HOST,
        "-mp",
        Integer.toString(freePort()),
        "-m",
        "1",
        "-timeout",
        "60s",
        "-nostdin");
  }
}
