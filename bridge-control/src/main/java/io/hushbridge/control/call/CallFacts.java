package io.hushbridge.control.call;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a flow knows, folded from the call's events in the order they came. Flow thread only.
final class CallFacts {

  /// Where a party stands.
  enum Presence {
    ABSENT,
    DIALLED,
    HERE,
    GONE
  }

  private final Map<Role, Presence> parties = new EnumMap<>(Role.class);
  private final Set<String> unpaused = new HashSet<>();
  private final List<Boolean> agentReinvites = new ArrayList<>();
  private Instant lastKey = Instant.MIN;
  private boolean cueing;
  private Optional<CallEvent.Asked> asked = Optional.empty();

  boolean here(Role role) {
    return presence(role) == Presence.HERE;
  }

  /// Not coming, or no longer here.
  boolean gone(Role role) {
    return presence(role) == Presence.GONE;
  }

  private Presence presence(Role role) {
    return parties.getOrDefault(role, Presence.ABSENT);
  }

  void is(Role role, Presence presence) {
    parties.put(role, presence);
  }

  /// What came of our re-INVITEs of the agent in this payment: the hold's, then the resumption's.
  void agentReinvited(boolean accepted) {
    agentReinvites.add(accepted);
  }

  void agentNotYetReinvited() {
    agentReinvites.clear();
  }

  /// It took the hold and has not answered the resumption yet.
  boolean agentOnHold() {
    return agentReinvites.equals(List.of(true));
  }

  /// It took the hold and will not be taken off it.
  boolean agentStuckOnHold() {
    return agentReinvites.equals(List.of(true, false));
  }

  boolean recordersPaused() {
    return unpaused.isEmpty();
  }

  void awaitPauseOf(Set<String> recorders) {
    unpaused.clear();
    unpaused.addAll(recorders);
  }

  void paused(String recorder) {
    unpaused.remove(recorder);
  }

  Instant lastKey() {
    return lastKey;
  }

  void keyHeard(Instant now) {
    lastKey = now;
  }

  boolean cueing() {
    return cueing;
  }

  void cueing(boolean playing) {
    cueing = playing;
  }

  boolean wasAsked() {
    return asked.isPresent();
  }

  Optional<PaymentId> askedPayment() {
    return asked.map(CallEvent.Asked::payment);
  }

  void asked(CallEvent.Asked ask) {
    asked = Optional.of(ask);
  }

  /// The ask to be served next; it is then no longer kept.
  Optional<CallEvent.Asked> takeAsk() {
    Optional<CallEvent.Asked> taken = asked;
    asked = Optional.empty();
    return taken;
  }
}
