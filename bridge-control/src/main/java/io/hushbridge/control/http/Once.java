package io.hushbridge.control.http;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/// Does a request once, however often it is sent with the same `Idempotency-Key`
/// (draft-ietf-httpapi-idempotency-key-header): repeats get the first answer. An answer that
/// refused is not kept, as nothing was done: the same key may try again. In memory, for a day. Any
/// thread.
final class Once {
  private static final Duration KEPT = Duration.ofHours(24);
  private static final Duration UNDER_WAY = Duration.ofSeconds(10);
  private static final int MOST = 20_000;
  private static final int LONGEST_KEY = 255;

  private final InstantSource clock;
  private final LinkedHashMap<Key, Kept> answers = new LinkedHashMap<>();

  Once(InstantSource clock) {
    this.clock = clock;
  }

  /// Does the work of a request.
  @FunctionalInterface
  interface Work {
    Answer answer() throws InterruptedException;
  }

  private record Key(String holder, String key) {}

  private record Kept(String fingerprint, CompletableFuture<Answer> answer, Instant at) {}

  Answer answer(Context ctx, String holder, Work work) throws InterruptedException {
    Optional<String> key = Optional.ofNullable(ctx.header("Idempotency-Key"));
    if (key.isEmpty()) {
      return work.answer();
    }
    if (key.get().isBlank() || key.get().length() > LONGEST_KEY) {
      throw new Problem(
              400,
              "bad-idempotency-key",
              "The Idempotency-Key cannot be used",
              "want 1 to 255 characters")
          .refusal();
    }
    return answer(new Key(holder, key.get()), fingerprint(ctx), work);
  }

  private Answer answer(Key key, String fingerprint, Work work) throws InterruptedException {
    Kept mine = new Kept(fingerprint, new CompletableFuture<>(), clock.instant());
    Optional<Kept> first = keep(key, mine);
    if (first.isEmpty()) {
      return doOnce(key, mine, work);
    }
    if (!first.get().fingerprint().equals(fingerprint)) {
      throw reused().refusal();
    }
    return answerOf(first.get());
  }

  /// What is kept of the first request with this key; empty where that is this one.
  private synchronized Optional<Kept> keep(Key key, Kept mine) {
    Instant old = mine.at().minus(KEPT);
    while (!answers.isEmpty()
        && (answers.size() >= MOST || answers.firstEntry().getValue().at().isBefore(old))) {
      answers.pollFirstEntry();
    }
    return Optional.ofNullable(answers.putIfAbsent(key, mine));
  }

  private Answer doOnce(Key key, Kept mine, Work work) throws InterruptedException {
    try {
      Answer answer = work.answer();
      mine.answer().complete(answer);
      return answer;
    } catch (Refusal refusal) {
      mine.answer().complete(refusal.problem().answer());
      throw refusal;
    } finally {
      if (!succeeded(mine)) {
        forget(key, mine);
      }
    }
  }

  private static boolean succeeded(Kept kept) {
    return kept.answer().isDone() && kept.answer().join().status() / 100 == 2;
  }

  private synchronized void forget(Key key, Kept mine) {
    answers.remove(key, mine);
    mine.answer().complete(Problems.fault().answer());
  }

  private static Answer answerOf(Kept kept) throws InterruptedException {
    try {
      return kept.answer().get(UNDER_WAY.toSeconds(), SECONDS);
    } catch (TimeoutException | ExecutionException slow) {
      throw new Problem(409, "under-way", "The first request is still under way", "try again")
          .refusal();
    }
  }

  private static Problem reused() {
    return new Problem(
        422,
        "idempotency-key-reused",
        "The Idempotency-Key came with another request before",
        "take a new key for each new request");
  }

  /// What the request is, as far as its effect goes.
  private static String fingerprint(Context ctx) {
    String body = HexFormat.of().formatHex(Sha256.of(ctx.bodyAsBytes()));
    return ctx.method() + " " + ctx.path() + " " + body;
  }
}
