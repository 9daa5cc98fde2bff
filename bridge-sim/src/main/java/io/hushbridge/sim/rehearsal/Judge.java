package io.hushbridge.sim.rehearsal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Every verdict on a rehearsal. They rest on what was on the wire and on what lies on the disk,
/// never on the bridge's own counters, but for the packets its forks withheld: what is not sent is
/// on no wire.
final class Judge {
  private Judge() {}

  static List<Verdict> judge(Played played) throws IOException {
    List<Verdict> verdicts = new ArrayList<>();
    String failure = played.failure();
    verdicts.add(
        new Verdict("script", failure.isEmpty() ? "to its end" : failure, failure.isEmpty()));
    verdicts.addAll(OutcomeJudge.of(played));
    verdicts.addAll(OrderJudge.of(played));
    verdicts.addAll(LegJudge.of(played));
    verdicts.addAll(RecordJudge.of(played));
    verdicts.addAll(TraceJudge.of(played));
    return verdicts;
  }
}
