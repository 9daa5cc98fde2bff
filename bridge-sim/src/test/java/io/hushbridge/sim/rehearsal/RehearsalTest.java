package io.hushbridge.sim.rehearsal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each scenario as `scripts/rehearse` plays it, in a JVM of its own.
@Execution(ExecutionMode.CONCURRENT)
class RehearsalTest {
  private static final long LIMIT_SECONDS = 120;

  static Stream<String> scenarios() {
    return Scenarios.ALL.stream().map(Scenario::name);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyScenarioEndsAsItMust(String name) throws IOException, InterruptedException {
    Scenario scenario = Scenarios.named(name).getFirst();
    List<String> options = name.equals("paid") ? List.of(Rehearsal.HEAP) : List.of();
    Process process =
        new ProcessBuilder(Rehearsal.command(scenario, options)).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).describedAs(printed).isZero();
    assertThat(printed).contains("holds").doesNotContain("BROKEN");
  }

  @Test
  void aFamilyOfScenariosIsNamedByItsBeginning() {
    assertThat(Scenarios.named("recorder-will-not-pause")).hasSize(3);
    assertThat(Scenarios.named("declined")).hasSize(1);
    assertThat(Scenarios.named("all")).hasSameSizeAs(Scenarios.ALL);
    assertThat(Scenarios.named("nonsense")).isEmpty();
  }
}
