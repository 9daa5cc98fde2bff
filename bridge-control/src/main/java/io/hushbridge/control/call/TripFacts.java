package io.hushbridge.control.call;

import java.util.Optional;

/// What is known of one payment trip. Flow thread only.
final class TripFacts {
  private final CallEvent.Asked asked;
  private Optional<Session> session = Optional.empty();
  private String refused = "";
  private boolean pauseRefused;
  private boolean linked;
  private boolean cancelled;
  private boolean paidTooSoon;
  private Optional<Word> word = Optional.empty();

  TripFacts(CallEvent.Asked asked) {
    this.asked = asked;
  }

  PaymentId payment() {
    return asked.payment();
  }

  Ask ask() {
    return asked.ask();
  }

  Optional<Session> session() {
    return session;
  }

  void opened(Session opened) {
    session = Optional.of(opened);
  }

  boolean refused() {
    return !refused.isEmpty();
  }

  String whyNoSession() {
    return refused() ? refused : "the payment provider did not answer in time";
  }

  void refused(String why) {
    refused = why;
  }

  boolean pauseRefused() {
    return pauseRefused;
  }

  void refusePause() {
    pauseRefused = true;
  }

  /// From here on money may move.
  boolean linked() {
    return linked;
  }

  void nowLinked() {
    linked = true;
  }

  boolean cancelled() {
    return cancelled;
  }

  void cancel() {
    cancelled = true;
  }

  /// A paid word that nothing explains: the line was not yet linked. Somebody must look.
  boolean paidTooSoon() {
    return paidTooSoon;
  }

  /// Nothing more is to be tried.
  boolean stopped() {
    return cancelled || paidTooSoon;
  }

  boolean paid() {
    return word.orElse(null) instanceof Word.Paid;
  }

  /// The last word on the money, paid before any other.
  Optional<Word> word() {
    return word;
  }

  void heard(Word said) {
    if (!linked) {
      paidTooSoon |= said instanceof Word.Paid;
    } else if (!paid()) {
      word = Optional.of(said);
    }
  }
}
