package io.hushbridge.control.payment;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.hushbridge.control.call.PaymentId;
import io.hushbridge.control.call.TripOutcome;
import io.hushbridge.control.call.Word;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/// What every payment came to, in memory: a restart forgets it. Any thread.
///
/// A payment moves only towards `Paid`. Concluded payments are kept for a day, and only so many.
final class Ledger {
  static final Duration KEPT = Duration.ofHours(24);
  private static final int MOST_CALLBACKS = 64;

  private final InstantSource clock;
  private final int most;
  private final Map<PaymentId, Held> payments = new LinkedHashMap<>();
  private final Map<String, Held> byReference = new HashMap<>();
  private final Map<String, Held> byCallbackPath = new HashMap<>();

  /// An empty ledger.
  ///
  /// @param most payments kept; open ones are kept in any case
  Ledger(InstantSource clock, int most) {
    this.clock = clock;
    this.most = most;
  }

  private static final class Held {
    Payment payment;
    boolean begun;
    String callbackPath = "";
    Instant moved;
    final Set<Callback> heard = new HashSet<>();
    final CompletableFuture<Payment> over = new CompletableFuture<>();

    Held(Payment payment, Instant now) {
      this.payment = payment;
      this.moved = now;
    }
  }

  /// Enters an open payment, unless its reference is open, unknown or paid already.
  ///
  /// @return the payment in its way
  synchronized Optional<Payment> enter(Payment payment) {
    forgetOld();
    Held before = byReference.get(payment.ask().reference());
    if (before != null && !before.payment.mayRetry()) {
      return Optional.of(before.payment);
    }
    Held held = new Held(payment, clock.instant());
    payments.put(payment.id(), held);
    byReference.put(payment.ask().reference(), held);
    return Optional.empty();
  }

  /// The call has taken the payment up; its callbacks will come by this path.
  ///
  /// @return empty where it was withdrawn meanwhile
  synchronized Optional<Payment> begin(PaymentId id, String callbackPath) {
    Held held = payments.get(id);
    if (held == null) {
      return Optional.empty();
    }
    held.begun = true;
    held.callbackPath = callbackPath;
    byCallbackPath.put(callbackPath, held);
    return Optional.of(held.payment);
  }

  /// Strikes a payment that no call took up.
  ///
  /// @return false where one has, at the last moment
  synchronized boolean withdraw(PaymentId id) {
    Held held = payments.get(id);
    if (held != null && held.begun) {
      return false;
    }
    if (held != null) {
      payments.remove(id);
      strike(held);
    }
    return true;
  }

  /// Moves a payment: anything may move to paid, and nothing else moves once it is concluded.
  ///
  /// @return the payment before, where it moved
  synchronized Optional<Payment> conclude(PaymentId id, TripOutcome outcome) {
    Held held = payments.get(id);
    if (held == null) {
      return Optional.empty();
    }
    Payment before = held.payment;
    boolean moves = before.open() || (outcome instanceof TripOutcome.Paid && !before.paid());
    if (!moves) {
      return Optional.empty();
    }
    held.payment = before.with(outcome);
    held.moved = clock.instant();
    held.over.complete(held.payment);
    return Optional.of(before);
  }

  synchronized Optional<Payment> find(PaymentId id) {
    return Optional.ofNullable(payments.get(id)).map(held -> held.payment);
  }

  synchronized Optional<Payment> byCallbackPath(String path) {
    return Optional.ofNullable(byCallbackPath.get(path)).map(held -> held.payment);
  }

  /// Notes a callback; false where the same one was heard before, or far too many that say no.
  synchronized boolean hears(PaymentId id, Callback callback) {
    Held held = payments.get(id);
    return held != null
        && (held.heard.size() < MOST_CALLBACKS || callback.word() instanceof Word.Paid)
        && held.heard.add(callback);
  }

  /// Waits until the payment is no longer open, or the limit has passed.
  Optional<Payment> await(PaymentId id, Duration limit) throws InterruptedException {
    Optional<CompletableFuture<Payment>> over;
    synchronized (this) {
      over = Optional.ofNullable(payments.get(id)).map(held -> held.over);
    }
    if (over.isPresent()) {
      try {
        over.get().get(limit.toNanos(), NANOSECONDS);
      } catch (TimeoutException | ExecutionException stillOpen) {
        return find(id);
      }
    }
    return find(id);
  }

  private void forgetOld() {
    Instant old = clock.instant().minus(KEPT);
    int tooMany = payments.size() - most + 1;
    Iterator<Held> oldestFirst = payments.values().iterator();
    while (oldestFirst.hasNext()) {
      Held held = oldestFirst.next();
      boolean goes = tooMany > 0 || held.moved.isBefore(old);
      if (goes && !held.payment.open()) {
        oldestFirst.remove();
        strike(held);
        tooMany--;
      }
    }
  }

  private void strike(Held held) {
    byReference.remove(held.payment.ask().reference(), held);
    byCallbackPath.remove(held.callbackPath, held);
  }

  /// How many payments are open.
  synchronized long open() {
    return payments.values().stream().filter(held -> held.payment.open()).count();
  }
}
