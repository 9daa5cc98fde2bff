package io.hushbridge.control.http;

import io.hushbridge.control.call.PaymentId;
import io.hushbridge.control.payment.AskVerdict;
import io.hushbridge.control.payment.Payment;
import io.hushbridge.control.payment.PaymentView;
import java.util.Map;

/// What an agent is told of its ask.
final class AskAnswers {
  private AskAnswers() {}

  static Answer of(String call, AskVerdict verdict) {
    return switch (verdict) {
      case AskVerdict.Begun(Payment payment) ->
          new Answer(202, location(payment.id()), PaymentView.of(payment));
      case AskVerdict.Invalid(String field, String why) ->
          throw AskForm.invalid(field, why).refusal();
      case AskVerdict.NoSuchCall _ -> throw Problems.noCall(call).refusal();
      case AskVerdict.ReferenceTaken(Payment by) -> throw referenceTaken(by).refusal();
      case AskVerdict.Busy(PaymentId current) -> throw busy(current).refusal();
      case AskVerdict.NotNow(String why) ->
          throw new Problem(409, "not-now", "The call cannot take a payment now", why).refusal();
      case AskVerdict.NoAnswer _ ->
          throw new Problem(
                  503,
                  "no-answer",
                  "The call did not answer in time",
                  "no payment was begun; ask again")
              .refusal();
    };
  }

  static Map<String, String> location(PaymentId id) {
    return Map.of("Location", path(id));
  }

  private static String path(PaymentId id) {
    return "/v1/payments/" + id;
  }

  private static Problem busy(PaymentId current) {
    return new Problem(
            409,
            "busy",
            "The call has a payment on hand",
            "one payment at a time: wait for %s to end, or cancel it".formatted(current))
        .with("payment", path(current));
  }

  private static Problem referenceTaken(Payment by) {
    return new Problem(
            409,
            "reference-taken",
            "This reference was asked for before",
            "its payment %s is %s; asking again could charge twice"
                .formatted(by.id(), PaymentView.of(by).state()))
        .with("payment", path(by.id()));
  }
}
