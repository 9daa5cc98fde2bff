package io.hushbridge.control.call;

import io.hushbridge.control.call.CallFacts.Presence;
import java.util.Optional;
import java.util.Set;

/// One payment, from the agent's ask to talk again: shield first, restore last and only on the
/// normal way out. By whatever door the trip is left it has exactly one outcome.
final class PaymentTrip {
  private static final TripOutcome NOT_JOURNALLED =
      new TripOutcome.Refused("the journal cannot be written");

  private final CallDoors doors;
  private final CallWatch watch;
  private final CallFacts facts;
  private final Limits limits;
  private final CallEvent.Asked asked;
  private final TripFacts trip;
  private boolean shielded;

  PaymentTrip(CallDoors doors, CallWatch watch, Limits limits, CallEvent.Asked asked) {
    this.doors = doors;
    this.watch = watch;
    this.facts = watch.facts();
    this.limits = limits;
    this.asked = asked;
    this.trip = new TripFacts(asked);
  }

  void run() throws CallOver {
    watch.tripBegins(trip);
    doors.journal().write(Entry.PaymentAsked.of(trip.payment(), trip.ask()));
    asked.reply().complete(new AskReply.Begun());
    TripOutcome outcome = travel();
    if (shielded) {
      comeBack(outcome);
    }
    watch.tripEnds();
  }

  private TripOutcome travel() throws CallOver {
    Optional<TripOutcome> reached = Optional.empty();
    try {
      reached = Optional.of(throughTheLine());
    } finally {
      conclude(reached.orElseGet(this::cutShort));
    }
    return reached.get();
  }

  private void conclude(TripOutcome outcome) {
    doors.journal().write(new Entry.PaymentEnded(trip.payment(), outcome.label(), outcome.why()));
    doors.payments().conclude(trip.payment(), outcome);
    doors.agents().tell(trip.payment(), trip.ask(), outcome);
  }

  private TripOutcome throughTheLine() throws CallOver {
    if (!doors.journal().writable()) {
      return NOT_JOURNALLED;
    }
    if (!sessionOpened()) {
      return stoppedOr(new TripOutcome.Refused(trip.whyNoSession()));
    }
    shield();
    if (!recordersPaused()) {
      return stoppedOr(new TripOutcome.Refused("a recorder did not confirm its pause"));
    }
    if (!doors.journal().writable()) {
      return NOT_JOURNALLED;
    }
    if (!lineAnswered() || !lineLinked()) {
      doors.parties().hangUp(Role.LINE);
      return stoppedOr(new TripOutcome.Unreachable("the payment line did not answer as it must"));
    }
    pay();
    return wordOnMoney();
  }

  /// Token and launch, while talk goes on.
  private boolean sessionOpened() throws CallOver {
    doors.payments().open(trip.payment(), trip.ask());
    watch.await(
        () -> trip.session().isPresent() || trip.refused() || trip.stopped(), limits.session());
    return trip.session().isPresent() && !trip.stopped();
  }

  private void shield() throws CallOver {
    switchTo(new Scene.Shielded());
    shielded = true;
    facts.agentNotYetReinvited();
    if (facts.here(Role.AGENT)) {
      doors.parties().holdAgent();
    }
    Set<String> recorders = doors.recorders().askPause(trip.payment());
    facts.awaitPauseOf(recorders);
    doors.journal().write(new Entry.PauseAsked(recorders));
  }

  private boolean recordersPaused() throws CallOver {
    watch.await(
        () -> facts.recordersPaused() || trip.pauseRefused() || trip.stopped(), limits.pause());
    return facts.recordersPaused() && !trip.stopped();
  }

  private boolean lineAnswered() throws CallOver {
    facts.is(Role.LINE, Presence.DIALLED);
    doors.parties().dialLine(trip.session().orElseThrow());
    watch.await(() -> facts.here(Role.LINE) || lineGone() || trip.stopped(), limits.lineAnswer());
    return facts.here(Role.LINE) && !trip.stopped();
  }

  private boolean lineLinked() throws CallOver {
    doors.parties().link(trip.session().orElseThrow());
    watch.await(() -> trip.linked() || lineGone() || trip.stopped(), limits.link());
    return trip.linked() && !trip.stopped();
  }

  /// Caller and line alone, until the word on the money and the leg's end are both in, or time is
  /// up.
  private void pay() throws CallOver {
    doors.journal().write(new Entry.LineLinked(trip.payment(), "relayed"));
    switchTo(new Scene.Paying());
    watch.await(() -> lineGone() || trip.paid() || trip.stopped(), limits.payment());
    if (trip.paid()) {
      watch.await(this::lineGone, limits.lineEnd());
    }
    doors.parties().hangUp(Role.LINE);
    if (!trip.paid()) {
      switchTo(new Scene.Shielded());
      doors.parties().play(Cue.CONFIRMING);
      watch.await(trip::paid, limits.callbackGrace());
      doors.parties().stopCue();
    }
  }

  private TripOutcome wordOnMoney() {
    Word word = trip.word().orElse(new Word.Unclear("no callback"));
    return switch (word) {
      case Word.Paid(Receipt receipt) -> new TripOutcome.Paid(receipt);
      case Word.Declined(String reason) -> new TripOutcome.Declined(reason);
      case Word.Cancelled _ -> new TripOutcome.Cancelled();
      case Word.Unclear(String reason) -> new TripOutcome.Unknown(reason);
    };
  }

  private TripOutcome stoppedOr(TripOutcome otherwise) {
    if (trip.paidTooSoon()) {
      return new TripOutcome.Unknown("paid before the line was linked");
    }
    return trip.cancelled() ? new TripOutcome.Cancelled() : otherwise;
  }

  /// The call ended in the middle.
  private TripOutcome cutShort() {
    if (trip.linked()) {
      return trip.paid() ? wordOnMoney() : new TripOutcome.Unknown("the call ended");
    }
    return stoppedOr(new TripOutcome.Abandoned());
  }

  private void comeBack(TripOutcome outcome) throws CallOver {
    if (facts.here(Role.AGENT)) {
      doors.parties().resumeAgent(trip.payment(), outcome);
    } else {
      fetchAgent(outcome);
    }
    switchTo(new Scene.Returning());
    watch.awaitQuiet(limits.guardAfter(outcome), this::agentLost);
    watch.await(() -> !facts.agentOnHold() || agentLost(), limits.agentReturn());
    if (facts.agentOnHold() || facts.agentStuckOnHold()) {
      fetchAgent(outcome);
      watch.awaitQuiet(limits.guardAfter(outcome), () -> facts.gone(Role.AGENT));
    }
    if (facts.here(Role.AGENT)) {
      switchTo(new Scene.Talking());
      doors.recorders().askResume();
      doors.journal().write(new Entry.ResumeAsked());
    }
  }

  private boolean agentLost() {
    return facts.gone(Role.AGENT) || facts.agentStuckOnHold();
  }

  /// The agent left meanwhile, or cannot be taken off hold: it is called anew.
  private void fetchAgent(TripOutcome outcome) throws CallOver {
    facts.agentNotYetReinvited();
    facts.is(Role.AGENT, Presence.DIALLED);
    doors.parties().redialAgent(trip.payment(), outcome);
    watch.await(() -> facts.here(Role.AGENT) || facts.gone(Role.AGENT), limits.agentReturn());
    if (!facts.here(Role.AGENT)) {
      doors.parties().hangUp(Role.AGENT);
      facts.cueing(true);
      doors.parties().play(Cue.AGENT_LOST);
      watch.await(() -> !facts.cueing(), limits.prompt());
      throw new CallOver(new CallEnd.Broken("agent-lost"));
    }
  }

  private boolean lineGone() {
    return facts.gone(Role.LINE);
  }

  private void switchTo(Scene scene) throws CallOver {
    doors.audio().switchTo(scene);
    doors.journal().write(new Entry.SceneChanged(scene.label()));
  }
}
