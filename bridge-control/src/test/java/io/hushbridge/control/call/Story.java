package io.hushbridge.control.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The far ends' parts in one call, told in advance; [#play] has the real flow live through it. A
/// part that is not told happens as in an ordinary paid call.
final class Story {
  static final PaymentId PAYMENT = new PaymentId("p-1");
  static final Receipt RECEIPT = new Receipt("visa", "1111", "A1");
  static final Limits LIMITS =
      new Limits(
          seconds(20),
          seconds(2),
          seconds(15),
          seconds(20),
          seconds(10),
          seconds(600),
          seconds(15),
          seconds(20),
          seconds(10),
          seconds(2),
          seconds(10),
          seconds(10));

  private final List<Told> told = new ArrayList<>();
  private final List<CompletableFuture<AskReply>> replies = new ArrayList<>();
  Optional<Duration> agentAnswers = Optional.of(seconds(1));
  Optional<Duration> agentReturns = Optional.of(seconds(1));
  Optional<Duration> sessionOpens = Optional.of(seconds(1));
  Optional<String> sessionRefused = Optional.empty();
  final Map<String, Pause> recorders = new HashMap<>();
  Optional<Duration> lineAnswers = Optional.of(seconds(2));
  Optional<Duration> lineRefuses = Optional.empty();
  Optional<Duration> lineLinks = Optional.of(seconds(1));
  Optional<Duration> lineEnds = Optional.of(seconds(30));
  final List<Callback> callbacks = new ArrayList<>();

  /// What the agent says to a re-INVITE, the hold's first; it accepts those not told.
  final List<Optional<Boolean>> agentAcceptsReinvites = new ArrayList<>();

  boolean journalWritable = true;
  Optional<Duration> journalDies = Optional.empty();

  private Story() {
    recorders.put("file", new Pause.Confirmed(Duration.ZERO));
  }

  /// A call in which the agent asks for a payment after 5 s.
  static Story paymentAsked() {
    return new Story().askedAt(seconds(5), PAYMENT);
  }

  /// A call in which nothing is asked.
  static Story talk() {
    return new Story();
  }

  static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  Story askedAt(Duration at, PaymentId payment) {
    CompletableFuture<AskReply> reply = new CompletableFuture<>();
    replies.add(reply);
    Ask ask = new Ask(5000, "USD", "INV-" + payment.value(), "default", Optional.empty());
    return at(at, new CallEvent.Asked(payment, ask, reply));
  }

  Story at(Duration at, CallEvent event) {
    told.add(new Told(at, event));
    return this;
  }

  Story callerHangsUpAt(Duration at) {
    return at(at, new CallEvent.Left(Role.CALLER));
  }

  Story agentHangsUpAt(Duration at) {
    return at(at, new CallEvent.Left(Role.AGENT));
  }

  Story keyPressedAt(Duration at) {
    return at(at, new CallEvent.KeyHeard(Role.CALLER));
  }

  Story agentSoundsLikeAKeyAt(Duration at) {
    return at(at, new CallEvent.KeyHeard(Role.AGENT));
  }

  Story cancelledAt(Duration at) {
    return at(at, new CallEvent.CancelAsked(PAYMENT, new CompletableFuture<>()));
  }

  Story agentNeverAnswers() {
    agentAnswers = Optional.empty();
    return this;
  }

  Story agentNeverReturns() {
    agentReturns = Optional.empty();
    return this;
  }

  Story sessionRefused(String why) {
    sessionRefused = Optional.of(why);
    return this;
  }

  Story sessionNeverOpens() {
    sessionOpens = Optional.empty();
    return this;
  }

  Story recorder(String name, Pause pause) {
    recorders.put(name, pause);
    return this;
  }

  Story noRecorders() {
    recorders.clear();
    return this;
  }

  Story lineNeverAnswers() {
    lineAnswers = Optional.empty();
    return this;
  }

  Story lineNeverLinks() {
    lineLinks = Optional.empty();
    return this;
  }

  /// Counted from the line's answer.
  Story lineEndsAfter(Duration after) {
    lineEnds = Optional.of(after);
    return this;
  }

  Story lineNeverEnds() {
    lineEnds = Optional.empty();
    return this;
  }

  /// Counted from the line's answer.
  Story callbackSays(Word word, Duration after) {
    callbacks.add(new Callback(word, after));
    return this;
  }

  Story agentRefusesHold() {
    agentAcceptsReinvites.add(Optional.of(false));
    return this;
  }

  Story agentAcceptsHold() {
    agentAcceptsReinvites.add(Optional.of(true));
    return this;
  }

  Story agentThenRefusesToResume() {
    agentAcceptsReinvites.add(Optional.of(false));
    return this;
  }

  Story agentThenIgnoresTheResumption() {
    agentAcceptsReinvites.add(Optional.empty());
    return this;
  }

  Story journalCannotBeWritten() {
    journalWritable = false;
    return this;
  }

  /// What each ask was told, in the order of the asks; nothing for one never answered.
  List<Optional<AskReply>> replies() {
    return replies.stream().map(r -> Optional.ofNullable(r.getNow(null))).toList();
  }

  Story journalDiesAt(Duration at) {
    journalDies = Optional.of(at);
    return this;
  }

  Played play() {
    RehearsedInbox inbox = new RehearsedInbox();
    told.forEach(t -> inbox.in(t.at(), t.event()));
    Played played = new Played(this, inbox);
    played.run();
    return played;
  }

  /// What a recorder does when it is asked to pause.
  sealed interface Pause {
    record Confirmed(Duration after) implements Pause {}

    record Refused(Duration after) implements Pause {}

    record Silent() implements Pause {}
  }

  record Callback(Word word, Duration after) {}

  private record Told(Duration at, CallEvent event) {}
}
