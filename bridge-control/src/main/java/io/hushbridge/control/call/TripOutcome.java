package io.hushbridge.control.call;

import java.util.Locale;

/// How a payment trip ended. Every trip begun has exactly one.
public sealed interface TripOutcome {
  record Paid(Receipt receipt) implements TripOutcome {}

  record Declined(String reason) implements TripOutcome {}

  record Cancelled() implements TripOutcome {}

  /// The call ended before the line knew of the payment.
  record Abandoned() implements TripOutcome {}

  record Unreachable(String reason) implements TripOutcome {}

  /// We did not try, and nobody was charged.
  record Refused(String reason) implements TripOutcome {}

  /// The money may have moved; settled later, without the call.
  record Unknown(String reason) implements TripOutcome {}

  /// Short, stable and few: the metric's label, the header's value, the word in the API.
  default String label() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /// Why, in a few words; empty where the label says it all.
  default String why() {
    return switch (this) {
      case Paid _, Cancelled _, Abandoned _ -> "";
      case Declined(String reason) -> reason;
      case Unreachable(String reason) -> reason;
      case Refused(String reason) -> reason;
      case Unknown(String reason) -> reason;
    };
  }

  /// Whether the line ended the way an orderly payment does, so that nobody is still keying.
  default boolean orderly() {
    return switch (this) {
      case Paid _, Declined _ -> true;
      case Cancelled _, Abandoned _, Unreachable _, Refused _, Unknown _ -> false;
    };
  }
}
