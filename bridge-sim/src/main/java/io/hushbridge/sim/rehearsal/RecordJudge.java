package io.hushbridge.sim.rehearsal;

import io.hushbridge.control.audit.JournalVerifier;
import io.hushbridge.control.audit.JournalVerifier.Verdict.Broken;
import io.hushbridge.control.audit.JournalVerifier.Verdict.Intact;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What the bridge wrote for the record: what each fork withheld, and whether the chain holds.
final class RecordJudge {
  private RecordJudge() {}

  static List<Verdict> of(Played played) throws IOException {
    List<Verdict> verdicts = new ArrayList<>();
    List<Told> forks = played.told("RecordingEnded");
    for (Told fork : forks) {
      long withheld = fork.data().path("withheld").asLong();
      boolean asPlayed = withheld > 0 || !played.scenario().reaches(Scenario.Reach.SHIELDED);
      verdicts.add(
          new Verdict(
              "packets withheld from " + fork.text("recorder"),
              "%d of %d".formatted(withheld, withheld + fork.data().path("passed").asLong()),
              asPlayed));
    }
    verdicts.add(new Verdict("recordings ended", Integer.toString(forks.size()), !forks.isEmpty()));
    verdicts.add(journal(played));
    return verdicts;
  }

  private static Verdict journal(Played played) throws IOException {
    return switch (JournalVerifier.verify(played.file("journal.jsonl"))) {
      case Intact(long entries, _) ->
          new Verdict("journal verified", "%d entries".formatted(entries), true);
      case Broken(long line, String why) ->
          new Verdict("journal verified", "line %d: %s".formatted(line, why), false);
    };
  }
}
