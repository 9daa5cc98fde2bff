package io.hushbridge.sim.rehearsal;

import static io.hushbridge.sim.rehearsal.CallerDoes.pays;
import static io.hushbridge.sim.rehearsal.Scenario.Reach.ASKED;
import static io.hushbridge.sim.rehearsal.Scenario.Reach.JOINED;
import static io.hushbridge.sim.rehearsal.Scenario.Reach.PAUSED;
import static io.hushbridge.sim.rehearsal.Scenario.Reach.SHIELDED;

import io.hushbridge.sim.Card;
import io.hushbridge.sim.Fault;
import io.hushbridge.sim.rehearsal.CallerDoes.HangsUpWhileKeying;
import io.hushbridge.sim.rehearsal.CallerDoes.KeysOn;
import io.hushbridge.sim.rehearsal.CallerDoes.Waits;
import io.hushbridge.sim.rehearsal.Scenario.End;
import java.util.List;

/// Every scenario there is. Limits are shortened only where the story is about waiting for them.
final class Scenarios {
  // Numbers of many different digits: a 4 and fifteen 1s are found in memory that holds no card.
  private static final Card GOOD = Card.OTHER_VISA;
  private static final Card BAD = new Card("4556737586899855", "1130", "456");

  private static final End PAID = new End("paid", JOINED, true);

  private Scenarios() {}

  static final List<Scenario> ALL =
      List.of(
          Scenario.of("paid", "the caller pays by keypad", pays(GOOD), PAID),
          Scenario.of("declined", "the bank says no", pays(BAD), new End("declined", JOINED, true))
              .limit("callbackGrace", "1s"),
          Scenario.of(
                  "declined-then-paid",
                  "the bank says no, then yes to another card",
                  pays(BAD, GOOD),
                  PAID)
              .withTries(2),
          Scenario.of(
                  "callback-before-bye",
                  "PCI Pal reports, and its line stays for a while",
                  pays(GOOD),
                  PAID)
              .with(Fault.CALLBACK_BEFORE_BYE),
          Scenario.of(
                  "bye-before-callback",
                  "the line hangs up before PCI Pal reports",
                  pays(GOOD),
                  PAID)
              .with(Fault.BYE_BEFORE_CALLBACK),
          Scenario.of(
                  "agent-gone-at-return",
                  "the agent leaves when held, and is called anew",
                  pays(GOOD),
                  PAID)
              .with(Fault.AGENT_LEAVES_WHEN_HELD),
          Scenario.of(
                  "agent-lost",
                  "the agent leaves when held, and does not come back",
                  pays(GOOD),
                  new End("paid", JOINED, false))
              .with(Fault.AGENT_LEAVES_WHEN_HELD, Fault.AGENT_REFUSES_RETURN),
          Scenario.of(
              "caller-hangs-up-while-keying",
              "the caller is gone in the middle of the card number",
              new HangsUpWhileKeying(GOOD),
              new End("unknown", JOINED, false)),
          Scenario.of(
                  "no-callback",
                  "PCI Pal never reports",
                  pays(GOOD),
                  new End("unknown", JOINED, true))
              .with(Fault.NO_CALLBACK)
              .limit("callbackGrace", "1s")
              .limit("guardOther", "1s"),
          Scenario.of(
                  "line-never-answers",
                  "the secure number rings and rings",
                  new Waits(),
                  new End("unreachable", PAUSED, true))
              .with(Fault.LINE_NEVER_ANSWERS)
              .limit("lineAnswer", "2s")
              .limit("guardOther", "1s"),
          Scenario.of(
                  "line-without-keys",
                  "the line's answer has no telephone-event",
                  new Waits(),
                  new End("unreachable", PAUSED, true))
              .with(Fault.LINE_WITHOUT_EVENTS)
              .limit("guardOther", "1s"),
          Scenario.of(
                  "line-with-another-codec",
                  "the line's answer has a codec that nobody offered",
                  new Waits(),
                  new End("unreachable", PAUSED, true))
              .with(Fault.LINE_OTHER_CODEC)
              .limit("guardOther", "1s"),
          refusedPause("488", "a recorder answers 488 to the pause")
              .with(Fault.RECORDER_REFUSES_PAUSE),
          refusedPause("silence", "a recorder does not answer the pause")
              .with(Fault.RECORDER_SILENT_ON_PAUSE)
              .limit("pause", "1s"),
          refusedPause("active", "a recorder answers 200 to the pause, its streams still active")
              .with(Fault.RECORDER_STAYS_ACTIVE)
              .limit("pause", "1s"),
          Scenario.of(
                  "line-drops-mid-card",
                  "the line is gone in the middle of the card number; the caller keys on",
                  new KeysOn(GOOD),
                  new End("unknown", JOINED, true))
              .with(Fault.LINE_DROPS_MID_CARD)
              .limit("callbackGrace", "1s")
              .limit("guardOther", "2s"),
          Scenario.of(
                  "pci-pal-hangs",
                  "PCI Pal does not answer the launch; talk goes on undisturbed",
                  new Waits(),
                  new End("refused", ASKED, true))
              .with(Fault.LAUNCH_HANGS)
              .limit("launch", "1s"));

  private static Scenario refusedPause(String how, String story) {
    var end = new End("refused", SHIELDED, true);
    return Scenario.of("recorder-will-not-pause-" + how, story, new Waits(), end)
        .limit("guardOther", "1s");
  }

  /// The scenarios meant by a name: `all`, one, or those of a family, as `recorder-will-not-pause`.
  static List<Scenario> named(String name) {
    return ALL.stream()
        .filter(s -> name.equals("all") || s.name().equals(name) || s.name().startsWith(name + "-"))
        .filter(s -> s.name().equals(name) || ALL.stream().noneMatch(a -> a.name().equals(name)))
        .toList();
  }
}
