package io.hushbridge.sim.rehearsal;

import io.hushbridge.sim.rehearsal.Scenario.Reach;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Whether everyone who was told how the payment ended was told the same, and the right thing.
final class OutcomeJudge {
  private static final JsonMapper JSON = new JsonMapper();

  private OutcomeJudge() {}

  static List<Verdict> of(Played played) {
    String expected = played.scenario().end().outcome();
    List<Verdict> verdicts = new ArrayList<>();
    verdicts.add(said("outcome by the API", List.of(state(played.payment())), expected));
    verdicts.add(
        said(
            "outcome by External Event",
            played.events().stream().map(OutcomeJudge::state).toList(),
            expected));
    verdicts.add(
        said(
            "outcome in the journal",
            played.told("PaymentEnded").stream().map(told -> told.text("outcome")).toList(),
            expected));
    List<String> headers = headers(played.wire());
    if (!headers.isEmpty() || agentIsGivenTheCallBack(played)) {
      verdicts.add(said("outcome in X-Hush-Outcome", headers, expected));
    }
    return verdicts;
  }

  private static Verdict said(String about, List<String> outcomes, String expected) {
    boolean holds =
        !outcomes.isEmpty() && outcomes.stream().allMatch(outcome -> outcome.equals(expected));
    return new Verdict(about, holds ? expected : "%s, not %s".formatted(outcomes, expected), holds);
  }

  /// A payment that ended before the caller was shielded disturbs nobody, and gives nothing back.
  private static boolean agentIsGivenTheCallBack(Played played) {
    return played.scenario().end().talkAgain() && played.scenario().reaches(Reach.SHIELDED);
  }

  private static List<String> headers(Wire wire) {
    return wire.messages(Party.AGENT, message -> message.isRequest("INVITE")).stream()
        .flatMap(invite -> invite.header("x-hush-outcome").stream())
        .map(text -> text.split(";")[0])
        .toList();
  }

  private static String state(String json) {
    return JSON.readTree(json).path("state").asString("none");
  }
}
