package io.hushbridge.control.payment;

import io.hushbridge.control.call.PaymentId;

/// What came of an ask. Only `Begun` leaves a payment behind.
public sealed interface AskVerdict {
  record Begun(Payment payment) implements AskVerdict {}

  /// The ask itself is wrong.
  ///
  /// @param field as `amount`
  /// @param why a sentence that helps
  record Invalid(String field, String why) implements AskVerdict {}

  record NoSuchCall() implements AskVerdict {}

  /// This reference was paid already, is being paid, or nobody knows yet whether it was paid.
  record ReferenceTaken(Payment by) implements AskVerdict {}

  /// The call has another payment on hand.
  record Busy(PaymentId current) implements AskVerdict {}

  /// The call cannot be interrupted now.
  record NotNow(String why) implements AskVerdict {}

  /// The call did not say anything in time.
  record NoAnswer() implements AskVerdict {}
}
