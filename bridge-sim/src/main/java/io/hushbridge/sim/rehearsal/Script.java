package io.hushbridge.sim.rehearsal;

import io.hushbridge.sim.Answer;
import io.hushbridge.sim.Card;
import io.hushbridge.sim.FarEnds;
import io.hushbridge.sim.rehearsal.Scenario.Reach;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// One call as its far ends play it: talk, the agent's ask, the caller at the payment line, talk
/// again, and goodbye.
final class Script {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration A_PAYMENT = Duration.ofSeconds(30);
  private static final Duration A_SENTENCE = Duration.ofMillis(400);

  private final Scenario scenario;
  private final FarEnds ends;

  private final Runnable onceKeyed;

  private Script(Scenario scenario, FarEnds ends, Runnable onceKeyed) {
    this.scenario = scenario;
    this.ends = ends;
    this.onceKeyed = onceKeyed;
  }

  /// Plays the call to its end.
  ///
  /// @param onceKeyed done when the last digit has been keyed
  /// @return the payment as the bridge's API tells it when it is over
  static String play(Scenario scenario, FarEnds ends, Runnable onceKeyed) {
    return new Script(scenario, ends, onceKeyed).play();
  }

  private String play() {
    ends.trunk().calls();
    ends.agent().awaitCall(SOON);
    ends.recorder().awaitRecording(SOON);
    talk();
    Answer asked = ends.agent().asksFor(5000, "USD", "INV-7");
    if (asked.status() != 202) {
      throw new IllegalStateException("the ask was answered %s".formatted(asked));
    }
    Optional<CompletableFuture<Void>> keying = atTheLine();
    onceKeyed.run();
    String payment = ends.agent().looksUp(asked.location(), A_PAYMENT).body();
    keying.ifPresent(Script::awaitDone);
    ends.agent().awaitEvent(SOON);
    if (scenario.end().talkAgain()) {
      talkAgain();
    }
    end();
    return payment;
  }

  private void talk() {
    ends.agent().talks(A_SENTENCE);
    ends.trunk().talks(A_SENTENCE);
  }

  /// What is still to be keyed when the line may be gone.
  private Optional<CompletableFuture<Void>> atTheLine() {
    switch (scenario.caller()) {
      case CallerDoes.Pays(var cards) -> {
        awaitTheLinesVoice();
        cards.forEach(card -> ends.trunk().pays(card, ends.line()));
      }
      case CallerDoes.HangsUpWhileKeying(Card card) -> {
        awaitTheLinesVoice();
        ends.trunk().keys(card.number().substring(0, 9));
        ends.trunk().hangsUp();
      }
      case CallerDoes.KeysOn(Card card) -> {
        awaitTheLinesVoice();
        return Optional.of(
            ends.trunk()
                .beginsToKey(card.number() + "#" + card.expiry() + "#" + card.code() + "#"));
      }
      case CallerDoes.Waits _ -> {}
    }
    return Optional.empty();
  }

  private void awaitTheLinesVoice() {
    ends.line().awaitLinked(SOON);
    ends.trunk().awaitAudible(SOON);
  }

  private static void awaitDone(CompletableFuture<Void> keying) {
    keying.orTimeout(SOON.toSeconds(), TimeUnit.SECONDS).join();
  }

  private void talkAgain() {
    if (scenario.reaches(Reach.SHIELDED)) {
      ends.agent().awaitReturn(SOON);
    }
    if (scenario.reaches(Reach.PAUSED)) {
      ends.recorder().awaitResumed(SOON);
    }
    talk();
  }

  private void end() {
    if (ends.trunk().inCall() && scenario.end().talkAgain()) {
      ends.trunk().hangsUp();
    }
    ends.trunk().awaitEnd(SOON);
    ends.agent().awaitEnd(SOON);
    ends.recorder().awaitEnd(SOON);
  }
}
