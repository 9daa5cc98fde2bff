package io.hushbridge.control.payment;

import io.hushbridge.control.call.Ask;
import io.hushbridge.control.call.PaymentId;
import io.hushbridge.control.call.TripOutcome;
import java.util.Optional;

/// One payment as it stands.
///
/// @param call the call it was asked on
/// @param outcome empty while it is open
public record Payment(PaymentId id, String call, Ask ask, Optional<TripOutcome> outcome) {

  public boolean open() {
    return outcome.isEmpty();
  }

  /// Whether asking again, under the same reference, cannot charge anybody twice.
  boolean mayRetry() {
    return outcome.map(Payment::nobodyCharged).orElse(false);
  }

  boolean paid() {
    return outcome.orElse(null) instanceof TripOutcome.Paid;
  }

  Payment with(TripOutcome reached) {
    return new Payment(id, call, ask, Optional.of(reached));
  }

  private static boolean nobodyCharged(TripOutcome outcome) {
    return switch (outcome) {
      case TripOutcome.Paid _, TripOutcome.Unknown _ -> false;
      case TripOutcome.Declined _,
          TripOutcome.Cancelled _,
          TripOutcome.Abandoned _,
          TripOutcome.Unreachable _,
          TripOutcome.Refused _ ->
          true;
    };
  }
}
