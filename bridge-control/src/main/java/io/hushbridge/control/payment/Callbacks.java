package io.hushbridge.control.payment;

import io.hushbridge.control.call.Agents;
import io.hushbridge.control.call.Ask;
import io.hushbridge.control.call.CallEvent;
import io.hushbridge.control.call.Entry;
import io.hushbridge.control.call.Journal;
import io.hushbridge.control.call.PaymentId;
import io.hushbridge.control.call.Receipt;
import io.hushbridge.control.call.Switchboard;
import io.hushbridge.control.call.TripOutcome;
import io.hushbridge.control.call.Word;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// Judges callbacks and brings what they say to the call, or settles the payment without it. Any
/// thread.
final class Callbacks {
  private static final Logger log = LoggerFactory.getLogger(Callbacks.class);

  private final Ledger ledger;
  private final PciPal pciPal;
  private final Switchboard calls;
  private final Function<String, Journal> journals;
  private final Function<String, Agents> agents;

  Callbacks(
      Ledger ledger,
      PciPal pciPal,
      Switchboard calls,
      Function<String, Journal> journals,
      Function<String, Agents> agents) {
    this.ledger = ledger;
    this.pciPal = pciPal;
    this.calls = calls;
    this.journals = journals;
    this.agents = agents;
  }

  CallbackVerdict take(String path, String contentType, byte[] body) {
    Optional<Payment> meant = ledger.byCallbackPath(path);
    if (meant.isEmpty()) {
      return CallbackVerdict.STRANGER;
    }
    try (var _ = MDC.putCloseable("call", meant.get().call())) {
      return take(meant.get(), contentType, body);
    }
  }

  private CallbackVerdict take(Payment payment, String contentType, byte[] body) {
    Optional<Callback> said =
        pciPal.flow(payment.ask().flow()).flatMap(flow -> flow.mapper().read(contentType, body));
    if (said.isEmpty()) {
      return CallbackVerdict.UNREADABLE;
    }
    Optional<String> mismatch = mismatch(payment.ask(), said.get());
    if (mismatch.isPresent()) {
      alarm(payment, mismatch.get());
      return CallbackVerdict.MISMATCHED;
    }
    if (!ledger.hears(payment.id(), said.get())) {
      return CallbackVerdict.DUPLICATE;
    }
    deliver(payment, said.get().word());
    return CallbackVerdict.TAKEN;
  }

  private static Optional<String> mismatch(Ask ask, Callback said) {
    if (!said.reference().equals(ask.reference())) {
      return Optional.of("callback with another reference");
    }
    if (said.amountMinor() != ask.amountMinor()) {
      return Optional.of("callback with another amount");
    }
    return said.currency().equals(ask.currency())
        ? Optional.empty()
        : Optional.of("callback with another currency");
  }

  private void deliver(Payment payment, Word word) {
    CallEvent.CalledBack event = new CallEvent.CalledBack(payment.id(), word);
    if (calls.deliver(payment.call(), event)) {
      var _ =
          event
              .taken()
              .thenAccept(taken -> settleUnlessInHand(payment.id(), taken, word))
              .whenComplete((_, fault) -> logFault(payment, fault));
    } else {
      journals.apply(payment.call()).write(new Entry.CallbackHeard(payment.id(), word.label()));
      settle(payment.id(), word);
    }
  }

  private static void logFault(Payment payment, @Nullable Throwable fault) {
    if (fault != null) {
      log.error("payment {}: settling failed", payment.id(), fault);
    }
  }

  /// A call may read a callback just after it has given the payment up.
  private void settleUnlessInHand(PaymentId id, boolean taken, Word word) {
    boolean inHand = taken && ledger.find(id).map(Payment::open).orElse(false);
    if (!inHand) {
      settle(id, word);
    }
  }

  /// The call can no longer act on it. A payment moves towards paid only.
  private void settle(PaymentId id, Word word) {
    if (word instanceof Word.Paid(Receipt receipt)) {
      TripOutcome paid = new TripOutcome.Paid(receipt);
      ledger.conclude(id, paid).ifPresent(before -> settled(before, paid));
    }
  }

  private void settled(Payment before, TripOutcome paid) {
    log.info("payment {}: paid after all", before.id());
    if (before.mayRetry()) {
      alarm(before, "paid after it had ended otherwise");
    }
    journals
        .apply(before.call())
        .write(new Entry.PaymentEnded(before.id(), paid.label(), "late callback"));
    agents.apply(before.call()).tell(before.id(), before.ask(), paid);
  }

  private void alarm(Payment payment, String why) {
    log.warn("payment {}: {}", payment.id(), why);
    journals.apply(payment.call()).write(new Entry.CallbackAlarm(payment.id(), why));
  }
}
