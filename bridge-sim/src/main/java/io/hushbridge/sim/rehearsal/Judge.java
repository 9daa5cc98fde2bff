package io.hushbridge.sim.rehearsal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Every verdict on a rehearsal. They rest on what was on the wire and on what lies on the disk,
/// never on the bridge's own counters, but for the packets its forks withheld: what is not sent is
/// on no wire, and what it still holds after the call.
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
    Gauges gauges = Gauges.in(played.metrics());
    verdicts.add(new Verdict("left behind", gauges.toString(), gauges.atRest()));
    verdicts.addAll(RecordJudge.of(played));
    verdicts.addAll(TraceJudge.of(played));
    return verdicts;
  }
}
