package io.hushbridge.sim.rehearsal;

import io.hushbridge.sip.SipFailure;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Plays scenarios and prints each as a story with its verdicts. Ends with 0 only if all ended as
/// they must.
public final class Rehearsal {
  /// The option to look at the bridge's memory.
  static final String HEAP = "--heap-dump";

  private static final String LIST = "--list";

  private Rehearsal() {}

  /// Plays what is named; the paid call where nothing is.
  ///
  /// @param args names of scenarios, `all`, or `--list`; `--heap-dump` also looks at the bridge's
  ///   memory once the card is keyed
  public static void main(String[] args) throws IOException, InterruptedException, SipFailure {
    List<String> words = Arrays.asList(args);
    if (words.contains(LIST)) {
      Scenarios.ALL.forEach(s -> System.out.printf("%-32s %s%n", s.name(), s.story()));
      return;
    }
    Set<Scenario> scenarios = chosen(words);
    boolean withHeap = words.contains(HEAP);
    boolean asItMust =
        scenarios.size() == 1
            ? play(scenarios.iterator().next(), withHeap)
            : playAll(scenarios, withHeap);
    System.exit(asItMust ? 0 : 1);
  }

  private static Set<Scenario> chosen(List<String> words) {
    Set<Scenario> scenarios = new LinkedHashSet<>();
    for (String name : words) {
      List<Scenario> named = Scenarios.named(name);
      if (named.isEmpty() && !name.equals(HEAP)) {
        System.err.println("no scenario is called " + name + "; " + LIST + " names them");
        System.exit(2);
      }
      scenarios.addAll(named);
    }
    return scenarios.isEmpty() ? Set.of(Scenarios.ALL.getFirst()) : scenarios;
  }

  private static boolean play(Scenario scenario, boolean withHeap) throws IOException, SipFailure {
    Path directory = Tree.root().resolve("target/rehearsal").resolve(scenario.name());
    Played played = Stage.play(scenario, directory, withHeap);
    List<Verdict> verdicts = Judge.judge(played);
    boolean coloured =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    new Programme(System.out, coloured).print(played, verdicts);
    return verdicts.stream().allMatch(Verdict::holds);
  }

  /// Each in a JVM of its own, since a JVM has one SIP stack.
  private static boolean playAll(Set<Scenario> scenarios, boolean withHeap)
      throws IOException, InterruptedException {
    var table = new Table("scenario", "story", "verdict");
    boolean asTheyMust = true;
    for (Scenario scenario : scenarios) {
      Process process =
          new ProcessBuilder(command(scenario, withHeap ? List.of(HEAP) : List.of()))
              .inheritIO()
              .start();
      boolean asItMust = process.waitFor() == 0;
      asTheyMust &= asItMust;
      table.row(scenario.name(), scenario.story(), asItMust ? "as it must" : "NOT AS IT MUST");
    }
    table.lines().forEach(System.out::println);
    return asTheyMust;
  }

  /// How a scenario is played in another JVM.
  static List<String> command(Scenario scenario, List<String> options) {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Tree.root().resolve("config/jvm.options"),
                "-cp",
                System.getProperty("java.class.path"),
                Rehearsal.class.getName(),
                scenario.name()));
    command.addAll(options);
    return command;
  }
}
