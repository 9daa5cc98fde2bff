package io.hushbridge.control.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// Thousands of calls in which every far end does as it likes: each answer comes early, late,
/// refused or never, in any order, while anybody may leave, press keys, offer, ask or cancel at any
/// moment. The promises that hold at every moment are checked by [Played]; those of the end are
/// checked here.
class RandomCallsTest {
  private static final int CALLS = Integer.getInteger("hushbridge.random.calls", 3_000);
  private static final int ENOUGH = 1_000;
  private static final int OUTCOMES = TripOutcome.class.getPermittedSubclasses().length;
  private static final long SEED = Long.getLong("hushbridge.random.seed", System.nanoTime());

  @Test
  void pausingIsBeforePayingWhateverHappens() {
    Set<Class<?>> outcomes = new HashSet<>();
    for (long seed = SEED; seed < SEED + CALLS; seed++) {
      Story story = randomStory(new Random(seed));
      try {
        Played call = story.play();
        checkEnd(story, call);
        call.outcomes().forEach(outcome -> outcomes.add(outcome.getClass()));
      } catch (AssertionError | RuntimeException broken) {
        throw new AssertionError(
            "call with -Dhushbridge.random.seed=%d -Dhushbridge.random.calls=1: %s"
                .formatted(seed, broken),
            broken);
      }
    }
    if (CALLS >= ENOUGH) {
      assertThat(outcomes).as("every outcome is reached").hasSize(OUTCOMES);
    }
  }

  private static void checkEnd(Story story, Played call) {
    long begun =
        story.replies().stream()
            .flatMap(Optional::stream)
            .filter(AskReply.Begun.class::isInstance)
            .count();
    assertThat(call.outcomes()).as("one outcome for each trip begun").hasSize((int) begun);
    assertThat(call.toldAgent()).as("the agent is told each").hasSameSizeAs(call.outcomes());
    if (!(call.end() instanceof CallEnd.Completed) && !call.scenes().isEmpty()) {
      assertThat(call.lastScene()).as("an abnormal end").isNotEqualTo(new Scene.Talking());
    }
    if (call.scenes().isEmpty()) {
      assertThat(call.callerAnswered()).as("answered before anybody was joined").isFalse();
    }
  }

  private static Story randomStory(RandomGenerator random) {
    Story story = random.nextInt(10) == 0 ? Story.talk() : Story.paymentAsked();
    story.agentAnswers = maybe(random, 0.9, 25);
    story.agentReturns = maybe(random, 0.7, 12);
    story.sessionOpens = maybe(random, 0.9, 18);
    story.sessionRefused = random.nextInt(12) == 0 ? Optional.of("token") : Optional.empty();
    story.lineAnswers = maybe(random, 0.9, 24);
    story.lineRefuses = maybe(random, 0.1, 24);
    story.lineLinks = maybe(random, 0.9, 12);
    story.lineEnds = maybe(random, 0.8, 700);
    for (int i = random.nextInt(3); i > 0; i--) {
      story.agentAcceptsReinvites.add(
          random.nextInt(4) == 0 ? Optional.empty() : Optional.of(random.nextBoolean()));
    }
    story.journalWritable = random.nextInt(30) != 0;
    randomRecorders(random, story);
    for (int i = random.nextInt(4); i > 0; i--) {
      story.callbackSays(randomWord(random), within(random, 120));
    }
    for (int i = random.nextInt(6); i > 0; i--) {
      story.at(within(random, 150), randomEvent(random));
    }
    if (random.nextInt(3) == 0) {
      story.askedAt(within(random, 200), new PaymentId("p-2"));
    }
    return story.callerHangsUpAt(random.nextBoolean() ? within(random, 100) : Duration.ofHours(2));
  }

  private static void randomRecorders(RandomGenerator random, Story story) {
    story.recorders.clear();
    for (int i = random.nextInt(3); i > 0; i--) {
      story.recorder(
          "recorder-" + i,
          switch (random.nextInt(6)) {
            case 0 -> new Story.Pause.Refused(within(random, 3));
            case 1 -> new Story.Pause.Silent();
            default -> new Story.Pause.Confirmed(within(random, 3));
          });
    }
  }

  private static Word randomWord(RandomGenerator random) {
    return switch (random.nextInt(4)) {
      case 0 -> new Word.Declined("funds");
      case 1 -> new Word.Cancelled();
      case 2 -> new Word.Unclear("error");
      default -> new Word.Paid(Story.RECEIPT);
    };
  }

  private static CallEvent randomEvent(RandomGenerator random) {
    Role role = List.of(Role.values()).get(random.nextInt(3));
    return switch (random.nextInt(12)) {
      case 0 -> new CallEvent.Left(Role.AGENT);
      case 1 -> new CallEvent.Left(Role.LINE);
      case 2, 3 -> new CallEvent.Reoffered(role);
      case 4 -> new CallEvent.Reinvited(role, random.nextBoolean(), 488);
      case 5 -> new CallEvent.Referred(role);
      case 6 -> new CallEvent.PromptEnded(Role.CALLER);
      case 7 -> new CallEvent.CalledBack(Story.PAYMENT, randomWord(random));
      case 8 -> new CallEvent.CalledBack(new PaymentId("p-9"), randomWord(random));
      case 9 -> new CallEvent.CancelAsked(Story.PAYMENT, new CompletableFuture<>());
      case 10 -> new CallEvent.HangUpAsked("operator");
      default -> new CallEvent.KeyHeard(Role.CALLER);
    };
  }

  private static Optional<Duration> maybe(RandomGenerator random, double chance, int mostSeconds) {
    return random.nextDouble() < chance
        ? Optional.of(within(random, mostSeconds))
        : Optional.empty();
  }

  private static Duration within(RandomGenerator random, int seconds) {
    return Duration.ofMillis(random.nextInt(seconds * 1_000));
  }
}
