package io.hushbridge.control.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushbridge.control.call.Ask;
import io.hushbridge.control.call.PaymentId;
import io.hushbridge.control.call.Receipt;
import io.hushbridge.control.call.TripOutcome;
import io.hushbridge.control.call.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final List<TripOutcome> OUTCOMES =
      List.of(
          new TripOutcome.Paid(Receipt.NONE),
          new TripOutcome.Declined("funds"),
          new TripOutcome.Cancelled(),
          new TripOutcome.Abandoned(),
          new TripOutcome.Unreachable("line"),
          new TripOutcome.Refused("recorder"),
          new TripOutcome.Unknown("no callback"));

  private Instant now = Instant.EPOCH;
  private final Ledger ledger = new Ledger(() -> now, 5);

  private static PaymentId id(int number) {
    return new PaymentId("p-" + number);
  }

  private static Payment payment(int number, String reference) {
    Ask ask = new Ask(5000, "USD", reference, "default", Optional.empty());
    return new Payment(id(number), "c-1", ask, Optional.empty());
  }

  private TripOutcome outcome(int number) {
    return ledger.find(id(number)).orElseThrow().outcome().orElseThrow();
  }

  @Test
  void aPaymentMovesOnceAndThenOnlyTowardsPaid() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 2000; round++) {
      Ledger fresh = new Ledger(() -> now, 5);
      fresh.enter(payment(round, "R"));
      Optional<TripOutcome> expected = Optional.empty();
      for (int move = 0; move < 6; move++) {
        TripOutcome said = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
        boolean wasPaid = expected.orElse(null) instanceof TripOutcome.Paid;
        boolean moves = expected.isEmpty() || (said instanceof TripOutcome.Paid && !wasPaid);

        assertThat(fresh.conclude(id(round), said).isPresent()).as("seed " + seed).isEqualTo(moves);

        expected = moves ? Optional.of(said) : expected;
        assertThat(fresh.find(id(round)).orElseThrow().outcome())
            .as("seed " + seed)
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void aReferenceThatIsOpenUnknownOrPaidIsInTheWay() {
    for (TripOutcome outcome : OUTCOMES) {
      Ledger fresh = new Ledger(() -> now, 5);
      fresh.enter(payment(1, "R"));
      assertThat(fresh.enter(payment(2, "R"))).map(Payment::id).hasValue(id(1));
      fresh.conclude(id(1), outcome);

      boolean taken = outcome instanceof TripOutcome.Paid || outcome instanceof TripOutcome.Unknown;
      assertThat(fresh.enter(payment(2, "R")).isPresent()).as(outcome.label()).isEqualTo(taken);
    }
  }

  @Test
  void aPaymentThatNoCallTookUpIsStruckWithItsReference() {
    ledger.enter(payment(1, "R"));

    assertThat(ledger.withdraw(id(1))).isTrue();

    assertThat(ledger.find(id(1))).isEmpty();
    assertThat(ledger.begin(id(1), "path")).isEmpty();
    assertThat(ledger.enter(payment(2, "R"))).isEmpty();
  }

  @Test
  void aPaymentThatACallTookUpIsNotStruck() {
    ledger.enter(payment(1, "R"));
    ledger.begin(id(1), "path");

    assertThat(ledger.withdraw(id(1))).isFalse();

    assertThat(ledger.byCallbackPath("path")).map(Payment::id).hasValue(id(1));
  }

  @Test
  void concludedPaymentsAreKeptForADay() {
    ledger.enter(payment(1, "A"));
    ledger.begin(id(1), "path");
    ledger.conclude(id(1), new TripOutcome.Cancelled());
    ledger.enter(payment(2, "B"));

    now = now.plus(Ledger.KEPT).plusSeconds(1);
    ledger.enter(payment(3, "C"));

    assertThat(ledger.find(id(1))).isEmpty();
    assertThat(ledger.byCallbackPath("path")).isEmpty();
    assertThat(ledger.find(id(2))).as("it is still open").isPresent();
  }

  @Test
  void onlySoManyPaymentsAreKeptAndTheOldestGoFirst() {
    for (int i = 1; i <= 8; i++) {
      ledger.enter(payment(i, "R-" + i));
      if (i != 2) {
        ledger.conclude(id(i), new TripOutcome.Cancelled());
      }
    }

    assertThat(ledger.find(id(1))).isEmpty();
    assertThat(ledger.find(id(2))).as("it is still open").isPresent();
    assertThat(ledger.find(id(3))).isEmpty();
    assertThat(ledger.find(id(8))).isPresent();
    assertThat(ledger.open()).isEqualTo(1);
  }

  @Test
  void aReaderWaitsUntilThePaymentIsNoLongerOpen() throws Exception {
    ledger.enter(payment(1, "R"));
    assertThat(ledger.await(id(1), Duration.ZERO).orElseThrow().open()).isTrue();
    CompletableFuture<Boolean> open = new CompletableFuture<>();
    Thread reader =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    open.complete(ledger.await(id(1), Duration.ofSeconds(10)).orElseThrow().open());
                  } catch (InterruptedException stopped) {
                    open.completeExceptionally(stopped);
                  }
                });

    ledger.conclude(id(1), new TripOutcome.Cancelled());

    assertThat(open.get()).isFalse();
    reader.join();
    assertThat(outcome(1)).isEqualTo(new TripOutcome.Cancelled());
  }

  @Test
  void theSameCallbackIsHeardOnce() {
    ledger.enter(payment(1, "R"));
    Callback callback = new Callback("R", 5000, "USD", new Word.Declined("funds"), "tx-1");

    assertThat(ledger.hears(id(1), callback)).isTrue();
    assertThat(ledger.hears(id(1), callback)).isFalse();
    assertThat(
            ledger.hears(id(1), new Callback("R", 5000, "USD", new Word.Declined("funds"), "tx-2")))
        .isTrue();
  }
}
