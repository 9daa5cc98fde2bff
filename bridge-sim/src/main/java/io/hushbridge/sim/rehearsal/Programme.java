package io.hushbridge.sim.rehearsal;

import java.io.PrintStream;
import java.util.List;

/// Prints a rehearsal: what happened, what was judged, and where the files are.
final class Programme {
  private static final String BOLD = "\u001B[1m";
  private static final String GREEN = "\u001B[32m";
  private static final String RED = "\u001B[31m";
  private static final String PLAIN = "\u001B[0m";

  private final PrintStream out;
  private final boolean coloured;

  Programme(PrintStream out, boolean coloured) {
    this.out = out;
    this.coloured = coloured;
  }

  void print(Played played, List<Verdict> verdicts) {
    Scenario scenario = played.scenario();
    out.printf("%n%s: %s%n%n", in(BOLD, scenario.name()), scenario.story());
    for (String line : Timeline.of(played)) {
      out.println(line.contains("**") ? in(BOLD, line) : line);
    }
    out.println();
    print(verdicts);
    out.printf(
        """

        Dead air: from the last audible packet sent to the caller before the new party's first
        audible one, to the first audible packet sent to the caller after it.
        Digits: RFC 4733 presses and tones, by tshark and multimon-ng from the capture.

        %s: WAV, SIP ladder, journal, capture, logs
        """,
        played.directory());
  }

  private void print(List<Verdict> verdicts) {
    var table = new Table("verdict", "on", "found");
    for (Verdict verdict : verdicts) {
      table.row(verdict.holds() ? "holds" : "BROKEN", verdict.about(), verdict.found());
    }
    for (String line : table.lines()) {
      out.println(
          line.startsWith("BROKEN")
              ? in(RED, line)
              : line.startsWith("holds") ? in(GREEN, line) : line);
    }
  }

  private String in(String colour, String text) {
    return coloured ? colour + text + PLAIN : text;
  }
}
