package io.hushbridge.control.call;

import io.hushbridge.control.call.CallFacts.Presence;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// The one place where a call waits. Whatever arrives meanwhile is folded into the facts, and what
/// holds in any scene is done at once: the caller or the operator ends the call, an offer is
/// answered, a second ask is refused. Flow thread only.
final class CallWatch {
  private final Inbox inbox;
  private final CallDoors doors;
  private final CallFacts facts = new CallFacts();
  private Optional<TripFacts> trip = Optional.empty();
  private boolean talking;

  CallWatch(Inbox inbox, CallDoors doors) {
    this.inbox = inbox;
    this.doors = doors;
  }

  CallFacts facts() {
    return facts;
  }

  /// Asks are taken from now on, one at a time.
  void talking() {
    talking = true;
  }

  void tripBegins(TripFacts begun) {
    trip = Optional.of(begun);
  }

  void tripEnds() {
    trip = Optional.empty();
  }

  /// Waits until the condition holds.
  ///
  /// @return whether it holds; false at the limit
  /// @throws CallOver when the call ends under our feet
  boolean await(BooleanSupplier condition, Duration limit) throws CallOver {
    return awaitUntil(condition, inbox.now().plus(limit));
  }

  /// Waits until no key has been pressed for a while, counted from now at the earliest, or until
  /// the condition holds.
  void awaitQuiet(Duration guard, BooleanSupplier orElse) throws CallOver {
    Instant begun = inbox.now();
    Instant quietUntil = begun.plus(guard);
    while (inbox.now().isBefore(quietUntil) && !awaitUntil(orElse, quietUntil)) {
      quietUntil = later(begun, facts.lastKey()).plus(guard);
    }
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  /// Waits for as long as it takes.
  void await(BooleanSupplier condition) throws CallOver {
    awaitUntil(condition, Instant.MAX);
  }

  private boolean awaitUntil(BooleanSupplier condition, Instant deadline) throws CallOver {
    while (!condition.getAsBoolean()) {
      Optional<CallEvent> event = next(deadline);
      if (event.isEmpty()) {
        return false;
      }
      hear(event.get());
    }
    return true;
  }

  private Optional<CallEvent> next(Instant deadline) throws CallOver {
    try {
      return inbox.next(deadline);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new CallOver(new CallEnd.Broken("shutdown"));
    }
  }

  private void hear(CallEvent event) throws CallOver {
    switch (event) {
      case CallEvent.Signalled(Signal signal) -> {
        Optional<CallEvent> meaning = signal.read();
        if (meaning.isPresent()) {
          hear(meaning.get());
        }
      }
      case CallEvent.Answered(Role role) -> joined(role);
      case CallEvent.Unreached(Role role, _) -> left(role);
      case CallEvent.Left(Role role) -> left(role);
      case CallEvent.Reoffered(Role role) -> doors.parties().answerReoffer(role);
      case CallEvent.Reinvited(Role role, boolean accepted, int status) ->
          reinvited(role, accepted, status);
      case CallEvent.Referred(Role role) -> referred(role);
      case CallEvent.KeyHeard(Role role) -> keyHeard(role);
      case CallEvent.PromptEnded _ -> facts.cueing(false);
      case CallEvent.RecorderPaused(PaymentId payment, String recorder) -> {
        ofTrip(payment, _ -> facts.paused(recorder));
        doors.journal().write(new Entry.PauseConfirmed(payment, recorder));
      }
      case CallEvent.RecorderRefused(PaymentId payment, String recorder, String why) -> {
        ofTrip(payment, TripFacts::refusePause);
        doors.journal().write(new Entry.PauseRefused(payment, recorder, why));
      }
      case CallEvent.Linked _ -> trip.ifPresent(TripFacts::nowLinked);
      case CallEvent.SessionOpened(Session session) ->
          ofTrip(session.payment(), t -> sessionOpened(t, session));
      case CallEvent.SessionRefused(PaymentId payment, String why) ->
          ofTrip(payment, t -> t.refused(why));
      case CallEvent.CalledBack(PaymentId payment, Word word, var taken) ->
          taken.complete(calledBack(payment, word));
      case CallEvent.Asked asked -> asked(asked);
      case CallEvent.CancelAsked(PaymentId payment, var reply) ->
          reply.complete(ofTrip(payment, TripFacts::cancel));
      case CallEvent.HangUpAsked(String by) -> throw new CallOver(new CallEnd.Completed(by));
    }
  }

  /// Only the caller has a card to key. An agent's voice may sound like a key, and hides nothing.
  private void keyHeard(Role role) {
    if (role == Role.CALLER) {
      facts.keyHeard(inbox.now());
    }
  }

  private void joined(Role role) {
    facts.is(role, Presence.HERE);
    doors.journal().write(new Entry.PartyJoined(role));
  }

  private void left(Role role) throws CallOver {
    if (!facts.gone(role)) {
      facts.is(role, Presence.GONE);
      doors.journal().write(new Entry.PartyLeft(role));
    }
    if (role == Role.CALLER) {
      throw new CallOver(new CallEnd.Completed("caller"));
    }
  }

  private void reinvited(Role role, boolean accepted, int status) {
    if (role == Role.AGENT) {
      facts.agentReinvited(accepted);
    }
    if (!accepted) {
      doors.journal().write(new Entry.ReinviteRefused(role, status));
    }
  }

  /// A REFER from the line is never followed: it means that the line is done.
  private void referred(Role role) {
    if (role == Role.LINE) {
      doors.parties().hangUp(Role.LINE);
    }
  }

  private void sessionOpened(TripFacts t, Session session) {
    t.opened(session);
    doors.journal().write(new Entry.SessionOpened(session.payment()));
  }

  private boolean calledBack(PaymentId payment, Word word) {
    doors.journal().write(new Entry.CallbackHeard(payment, word.label()));
    return ofTrip(payment, t -> heard(t, word));
  }

  private void heard(TripFacts t, Word word) {
    boolean alarmed = t.paidTooSoon();
    t.heard(word);
    if (t.paidTooSoon() && !alarmed) {
      doors
          .journal()
          .write(new Entry.CallbackAlarm(t.payment(), "paid before the line was linked"));
    }
  }

  private void asked(CallEvent.Asked asked) {
    if (!talking) {
      asked.reply().complete(new AskReply.NotNow("caller and agent are not talking yet"));
    } else if (current().isPresent()) {
      asked.reply().complete(new AskReply.Busy(current().get()));
    } else {
      facts.asked(asked);
    }
  }

  private Optional<PaymentId> current() {
    return trip.map(TripFacts::payment).or(facts::askedPayment);
  }

  private boolean ofTrip(PaymentId payment, Consumer<TripFacts> what) {
    Optional<TripFacts> meant = trip.filter(t -> t.payment().equals(payment));
    meant.ifPresent(what);
    return meant.isPresent();
  }
}
