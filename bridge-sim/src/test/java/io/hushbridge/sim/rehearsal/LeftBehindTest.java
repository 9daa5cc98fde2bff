package io.hushbridge.sim.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushbridge.sim.Conduct;
import io.hushbridge.sim.FarEndFailure;
import io.hushbridge.sim.FarEnds;
import io.hushbridge.sim.Fault;
import io.hushbridge.sim.Secrets;
import io.hushbridge.sip.SipFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Calls with hung and lost parties, one after another on one bridge, and what it holds afterwards.
class LeftBehindTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration A_PAYMENT = Duration.ofSeconds(30);

  /// Ended dialogs stay for 8 s in JAIN SIP.
  private static final Duration LINGER = Duration.ofSeconds(40);

  private static final List<Fault> FAULTS =
      List.of(
          Fault.RECORDER_SILENT_ON_PAUSE,
          Fault.RECORDER_DEAD,
          Fault.LAUNCH_HANGS,
          Fault.LINE_NEVER_ANSWERS,
          Fault.AGENT_NEVER_ANSWERS);

  /// How long the caller stays after the ask: before, at and after each step of a payment.
  private static final int[] MOMENTS_TO_LEAVE = {0, 40, 100, 200, 400, 800, 1600};

  private static final long SEED = 1;

  private static final Map<String, String> SHORT_LIMITS =
      Map.of(
          "pause", "500ms",
          "launch", "500ms",
          "lineAnswer", "500ms",
          "agentAnswer", "500ms",
          "callbackGrace", "500ms",
          "guardOther", "500ms");

  @TempDir Path directory;
  private int asks;

  /// What a process holds of the machine.
  private record Holding(long sockets, long files, long threads) {
    static Holding of(long pid) throws IOException {
      try (var descriptors = Files.list(Path.of("/proc/" + pid + "/fd"));
          var tasks = Files.list(Path.of("/proc/" + pid + "/task"))) {
        List<String> open = descriptors.map(Holding::meant).toList();
        long sockets = open.stream().filter(name -> name.startsWith("socket:")).count();
        return new Holding(sockets, open.size() - sockets, tasks.count());
      }
    }

    private static String meant(Path descriptor) {
      try {
        return Files.readSymbolicLink(descriptor).toString();
      } catch (NoSuchFileException closedMeanwhile) {
        return "";
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    boolean within(Holding other) {
      return sockets <= other.sockets && files <= other.files && threads <= other.threads;
    }
  }

  @Test
  void aSecondRoundOfCallsThatGoWrongLeavesNoMoreThanTheFirst() throws IOException, SipFailure {
    Doors doors = Doors.free();
    Secrets secrets = Secrets.rehearsed();
    Files.createDirectories(directory.resolve("recordings"));
    Path config = BridgeFile.write(directory, doors, secrets, SHORT_LIMITS);
    Path log = directory.resolve("bridge.log");
    try (BridgeProcess bridge =
        BridgeProcess.start(
            config, BridgeFile.environment(secrets), log, doors.places().bridgeHttp())) {
      bridge.awaitReady();
      playAll(doors, secrets);
      Holding afterTheFirst = rested(bridge);
      playAll(doors, secrets);
      Holding afterTheSecond = rested(bridge);

      assertThat(afterTheSecond.within(afterTheFirst))
          .describedAs("%s, then %s", afterTheFirst, afterTheSecond)
          .isTrue();
    }
  }

  private void playAll(Doors doors, Secrets secrets) throws IOException, SipFailure {
    for (Fault fault : FAULTS) {
      try (FarEnds ends = open(doors, secrets, Conduct.orderly(SEED).with(fault))) {
        ask(ends).ifPresent(location -> ends.agent().looksUp(location, A_PAYMENT));
        leave(ends);
      }
    }
    try (FarEnds ends = open(doors, secrets, Conduct.orderly(SEED))) {
      for (int millis : MOMENTS_TO_LEAVE) {
        assertThat(ask(ends)).isPresent();
        ends.trunk().talks(Duration.ofMillis(millis));
        leave(ends);
      }
    }
  }

  private FarEnds open(Doors doors, Secrets secrets, Conduct conduct)
      throws IOException, SipFailure {
    Path recordings = Files.createTempDirectory(directory, "recorder");
    return FarEnds.open(doors.places(), secrets, conduct, recordings, _ -> {});
  }

  /// A call, and an ask in it; nothing where the agent does not answer, and the caller is refused.
  private Optional<String> ask(FarEnds ends) {
    try {
      ends.trunk().calls();
    } catch (FarEndFailure refused) {
      return Optional.empty();
    }
    ends.agent().awaitCall(SOON);
    var asked = ends.agent().asksFor(5000, "USD", "INV-" + ++asks);
    assertThat(asked.status()).isEqualTo(202);
    return Optional.of(asked.location());
  }

  private static void leave(FarEnds ends) {
    if (ends.trunk().inCall()) {
      ends.trunk().hangsUp();
      ends.trunk().awaitEnd(SOON);
    }
  }

  /// What the bridge holds once no call and no dialog is left.
  private static Holding rested(BridgeProcess bridge) throws IOException {
    String scrape = bridge.metricsOnce(LeftBehindTest::nothingHeld, LINGER);
    assertThat(scrape).matches(LeftBehindTest::nothingHeld, "no call, leg, dialog or port");
    return Holding.of(bridge.pid());
  }

  private static boolean nothingHeld(String scrape) {
    return Gauges.in(scrape).atRest() && Gauges.value(scrape, "hushbridge_sip_dialogs") == 0;
  }
}
