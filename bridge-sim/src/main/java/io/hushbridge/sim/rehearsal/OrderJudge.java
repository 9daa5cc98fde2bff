package io.hushbridge.sim.rehearsal;

import io.hushbridge.sim.rehearsal.Scenario.Reach;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Whether things came in their order on the wire, and how long the caller heard nothing.
final class OrderJudge {
  private final Played played;
  private final List<Verdict> verdicts = new ArrayList<>();

  private OrderJudge(Played played) {
    this.played = played;
  }

  static List<Verdict> of(Played played) {
    return new OrderJudge(played).judge();
  }

  private List<Verdict> judge() {
    Optional<Instant> lineCalled = first(Party.LINE, m -> m.isRequest("INVITE"));
    boolean mayBeCalled = played.scenario().reaches(Reach.PAUSED);
    verdicts.add(
        new Verdict(
            "line",
            lineCalled.isPresent() ? "called" : "not called",
            lineCalled.isPresent() == mayBeCalled));
    lineCalled.ifPresent(this::pausedBefore);
    if (played.scenario().reaches(Reach.JOINED)) {
      lineCalled.ifPresent(at -> deadAir("agent to line", Party.LINE, at));
    }
    if (played.scenario().end().talkAgain()) {
      lineGone().ifPresent(at -> deadAir("line to agent", Party.AGENT, at));
    }
    return verdicts;
  }

  private void pausedBefore(Instant lineCalled) {
    Optional<Instant> paused =
        first(Party.RECORDER, m -> !m.fromBridge() && m.isResponse() && isInactive(m));
    verdicts.add(
        new Verdict(
            "recorder confirmed its pause before the line was called",
            paused
                .map(at -> Duration.between(at, lineCalled).toMillis() + " ms before")
                .orElse("never"),
            paused.filter(at -> at.isBefore(lineCalled)).isPresent()));
  }

  private static boolean isInactive(SipMessage message) {
    return message
        .media()
        .filter(sdp -> !sdp.directions().isEmpty())
        .filter(sdp -> sdp.directions().stream().allMatch(d -> d.equals("inactive")))
        .isPresent();
  }

  private void deadAir(String handOver, Party to, Instant notBefore) {
    Optional<Duration> gap =
        DeadAir.before(played.wire().to(Party.CALLER), played.wire().from(to), notBefore);
    verdicts.add(
        new Verdict(
            "dead air, " + handOver,
            gap.map(air -> air.toMillis() + " ms").orElse("the new party was never heard"),
            gap.isPresent()));
  }

  private Optional<Instant> lineGone() {
    return first(Party.LINE, m -> m.isRequest("BYE"));
  }

  private Optional<Instant> first(Party party, Predicate<SipMessage> which) {
    return played.wire().messages(party, which).stream().map(SipMessage::at).findFirst();
  }
}
