package io.hushbridge.sim.rehearsal;

import io.hushbridge.sim.FarEndFailure;
import io.hushbridge.sim.FarEnds;
import io.hushbridge.sim.Moment;
import io.hushbridge.sim.Secrets;
import io.hushbridge.sip.SipFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/// One rehearsal: a bridge in a JVM of its own, the far ends in this one, a capture of all they
/// say.
final class Stage {
  private static final Duration REST_LIMIT = Duration.ofSeconds(5);

  private final Scenario scenario;
  private final Path directory;
  private final boolean withHeap;
  private final List<Moment> moments = Collections.synchronizedList(new ArrayList<>());

  private Stage(Scenario scenario, Path directory, boolean withHeap) {
    this.scenario = scenario;
    this.directory = directory;
    this.withHeap = withHeap;
  }

  /// Plays a scenario and collects what it leaves.
  ///
  /// @param directory for its files; whatever is in it is deleted first
  /// @param withHeap whether the bridge's memory is written into a file once the card is keyed
  static Played play(Scenario scenario, Path directory, boolean withHeap)
      throws IOException, SipFailure {
    return new Stage(scenario, directory, withHeap)
        .play((ends, _, onceKeyed) -> Script.play(scenario, ends, onceKeyed));
  }

  /// Plays a scenario by another script.
  static Played play(Scenario scenario, Path directory, Performance performance)
      throws IOException, SipFailure {
    return new Stage(scenario, directory, false).play(performance);
  }

  /// A script.
  interface Performance {
    /// Plays the call to its end.
    ///
    /// @param onceKeyed to be done when the last digit has been keyed
    /// @return the payment as the bridge's API tells it when it is over
    String perform(FarEnds ends, Doors doors, Runnable onceKeyed) throws IOException;
  }

  private Played play(Performance performance) throws IOException, SipFailure {
    clear();
    Doors doors = Doors.free();
    Secrets secrets = Secrets.rehearsed();
    Path config = BridgeFile.write(directory, doors, secrets, scenario.limits());
    Path capture = directory.resolve("wire.pcapng");
    Left left;
    try (Sniffer _ = Sniffer.on(capture, doors);
        BridgeProcess bridge =
            BridgeProcess.start(
                config,
                BridgeFile.environment(secrets),
                directory.resolve("bridge.log"),
                doors.places().bridgeHttp());
        FarEnds ends =
            FarEnds.open(
                doors.places(),
                secrets,
                scenario.conduct(),
                directory.resolve("recorder"),
                moments::add)) {
      bridge.awaitReady();
      left = perform(performance, doors, bridge, ends);
      bridge.stop();
    }
    Wire wire = WireReader.read(capture, doors);
    Files.writeString(directory.resolve("ladder.txt"), Ladder.of(wire.messages()));
    return new Played(
        scenario,
        directory,
        wire,
        left.failure(),
        left.payment(),
        left.events(),
        left.metrics(),
        left.recordings(),
        List.copyOf(moments),
        Told.in(directory.resolve("journal.jsonl")));
  }

  /// What the far ends and the bridge know at the end of the call.
  private record Left(
      String failure, String payment, List<String> events, String metrics, List<Path> recordings) {}

  /// A script that cannot go on is a verdict too: the rest is still to be seen.
  private Left perform(Performance performance, Doors doors, BridgeProcess bridge, FarEnds ends)
      throws IOException {
    String payment = "{}";
    String failure = "";
    try {
      payment = performance.perform(ends, doors, () -> lookAtHeapOf(bridge));
    } catch (FarEndFailure | IllegalStateException stuck) {
      failure = String.valueOf(stuck.getMessage());
    }
    return new Left(
        failure,
        payment,
        ends.agent().events(),
        bridge.metricsOnce(scrape -> Gauges.in(scrape).atRest(), REST_LIMIT),
        ends.recorder().files());
  }

  private void lookAtHeapOf(BridgeProcess bridge) {
    if (withHeap) {
      bridge.dumpHeap(directory.resolve(TraceJudge.HEAP));
    }
  }

  private void clear() throws IOException {
    if (Files.exists(directory)) {
      try (var files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    Files.createDirectories(directory.resolve("recordings"));
    Files.createDirectories(directory.resolve("recorder"));
  }
}
