package io.hushbridge.control.payment;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.hushbridge.control.call.Agents;
import io.hushbridge.control.call.Ask;
import io.hushbridge.control.call.AskReply;
import io.hushbridge.control.call.CallEvent;
import io.hushbridge.control.call.Journal;
import io.hushbridge.control.call.PaymentId;
import io.hushbridge.control.call.Payments;
import io.hushbridge.control.call.Session;
import io.hushbridge.control.call.Switchboard;
import io.hushbridge.control.call.TripOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// Where payments are asked for, followed and settled: the one class that HTTP talks to, and a
/// call's [Payments]. Any thread.
public final class PaymentDesk {
  private static final Logger log = LoggerFactory.getLogger(PaymentDesk.class);
  private static final Duration ANSWER = Duration.ofSeconds(2);
  private static final int MOST_PAYMENTS = 50_000;
  private static final int ID_BYTES = 12;

  private final PciPal pciPal;
  private final Switchboard calls;
  private final SecureRandom random;
  private final MeterRegistry meters;
  private final Ledger ledger;
  private final AskRules rules;
  private final Callbacks callbacks;

  /// A desk with no payments.
  ///
  /// @param journals the journal of a call, also when the call is over
  /// @param agents the agent's platform of a call, told when a payment turns out paid later
  /// @param random names payments and makes their callback paths unguessable
  public PaymentDesk(
      PciPal pciPal,
      Switchboard calls,
      Function<String, Journal> journals,
      Function<String, Agents> agents,
      InstantSource clock,
      SecureRandom random,
      MeterRegistry meters) {
    this.pciPal = pciPal;
    this.calls = calls;
    this.random = random;
    this.meters = meters;
    this.ledger = new Ledger(clock, MOST_PAYMENTS);
    this.rules = new AskRules(pciPal);
    this.callbacks = new Callbacks(ledger, pciPal, calls, journals, agents);
    meters.gauge("hushbridge.payments.open", ledger, Ledger::open);
  }

  /// Asks a call for a payment and waits up to two seconds for what it says.
  public AskVerdict ask(String call, AskRequest request) throws InterruptedException {
    Optional<AskVerdict.Invalid> broken = rules.broken(request);
    if (broken.isPresent()) {
      return broken.get();
    }
    if (calls.call(call).isEmpty()) {
      return new AskVerdict.NoSuchCall();
    }
    Payment payment = new Payment(newId(), call, request.ask(), Optional.empty());
    Optional<Payment> inTheWay = ledger.enter(payment);
    if (inTheWay.isPresent()) {
      return new AskVerdict.ReferenceTaken(inTheWay.get());
    }
    AskVerdict verdict = put(payment);
    return verdict instanceof AskVerdict.Begun || ledger.withdraw(payment.id())
        ? verdict
        : new AskVerdict.Begun(payment); // taken up at the last moment
  }

  private AskVerdict put(Payment payment) throws InterruptedException {
    Optional<CompletableFuture<AskReply>> reply =
        calls.ask(payment.call(), payment.id(), payment.ask());
    if (reply.isEmpty()) {
      return new AskVerdict.NoSuchCall();
    }
    try {
      return switch (reply.get().get(ANSWER.toMillis(), MILLISECONDS)) {
        case AskReply.Begun _ -> new AskVerdict.Begun(payment);
        case AskReply.Busy(PaymentId current) -> new AskVerdict.Busy(current);
        case AskReply.NotNow(String why) -> new AskVerdict.NotNow(why);
      };
    } catch (TimeoutException | ExecutionException silent) {
      return new AskVerdict.NoAnswer();
    }
  }

  public Optional<Payment> find(PaymentId id) {
    return ledger.find(id);
  }

  /// Waits until the payment is no longer open, or the limit has passed.
  public Optional<Payment> await(PaymentId id, Duration limit) throws InterruptedException {
    return ledger.await(id, limit);
  }

  /// Asks the call to give the payment up.
  ///
  /// @return false where it is not a payment that a call has on hand
  public boolean cancel(PaymentId id) throws InterruptedException {
    Optional<CompletableFuture<Boolean>> reply =
        ledger.find(id).flatMap(payment -> calls.cancel(payment.call(), id));
    try {
      return reply.isPresent() && reply.get().get(ANSWER.toMillis(), MILLISECONDS);
    } catch (TimeoutException | ExecutionException silent) {
      return false;
    }
  }

  /// Takes a callback that came by the path which only the payment's session was told.
  ///
  /// @param token the last step of the path
  /// @param body bounded by the caller
  public CallbackVerdict callback(String token, String contentType, byte[] body) {
    CallbackVerdict verdict = callbacks.take(CallbackPath.hash(token), contentType, body);
    meters.counter("hushbridge.callbacks", "verdict", verdict.label()).increment();
    return verdict;
  }

  /// The payment provider as one call sees it.
  ///
  /// @param inbox where `SessionOpened` and `SessionRefused` go
  public Payments forCall(Consumer<CallEvent> inbox) {
    return new Payments() {
      @Override
      public void open(PaymentId payment, Ask ask) {
        Thread.ofVirtual().name("session-" + payment).start(() -> inbox.accept(session(payment)));
      }

      @Override
      public void conclude(PaymentId payment, TripOutcome outcome) {
        ledger.conclude(payment, outcome);
        meters.counter("hushbridge.payments", "outcome", outcome.label()).increment();
      }
    };
  }

  private CallEvent session(PaymentId id) {
    CallbackPath path = CallbackPath.make(random);
    Optional<Payment> begun = ledger.begin(id, path.hash());
    if (begun.isEmpty()) {
      return new CallEvent.SessionRefused(id, "the ask was withdrawn");
    }
    MDC.put("call", begun.get().call());
    return switch (launch(begun.get(), path)) {
      case Launch.Opened(Session session) -> new CallEvent.SessionOpened(session);
      case Launch.Refused(String why) -> {
        log.warn("payment {}: no session: {}", id, why);
        yield new CallEvent.SessionRefused(id, why);
      }
    };
  }

  private Launch launch(Payment payment, CallbackPath path) {
    try {
      return pciPal.open(payment, path.path());
    } catch (RuntimeException fault) {
      log.error("payment {}: opening a session failed", payment.id(), fault);
      return new Launch.Refused("fault");
    }
  }

  private PaymentId newId() {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    return new PaymentId("p-" + HexFormat.of().formatHex(id));
  }
}
