package io.hushbridge.control.payment;

import io.hushbridge.control.call.Ask;
import io.hushbridge.control.call.Receipt;
import io.hushbridge.control.call.TripOutcome;
import java.util.Optional;

/// A payment as JSON tells it, to readers of the API and to the agent's platform alike.
///
/// @param state `open`, or how it ended
/// @param amount in minor units
/// @param why in a few words; empty where the state says it all
/// @param retry whether asking again cannot charge anybody twice
/// @param advice a sentence for the voice agent
public record PaymentView(
    String id,
    String call,
    String state,
    long amount,
    String currency,
    String amountInWords,
    String reference,
    String flow,
    String brand,
    String lastFour,
    String authCode,
    String why,
    boolean retry,
    String advice) {

  public static PaymentView of(Payment payment) {
    Ask ask = payment.ask();
    Receipt card = card(payment.outcome());
    String words = AmountInWords.of(ask.amountMinor(), ask.currency());
    return new PaymentView(
        payment.id().value(),
        payment.call(),
        payment.outcome().map(TripOutcome::label).orElse("open"),
        ask.amountMinor(),
        ask.currency(),
        words,
        ask.reference(),
        ask.flow(),
        card.brand(),
        card.lastFour(),
        card.authCode(),
        payment.outcome().map(TripOutcome::why).orElse(""),
        payment.mayRetry(),
        payment
            .outcome()
            .map(outcome -> advice(outcome, words))
            .orElse("The payment is being taken. Wait for it to end before saying how it went."));
  }

  private static Receipt card(Optional<TripOutcome> outcome) {
    return outcome.orElse(null) instanceof TripOutcome.Paid(Receipt receipt)
        ? receipt
        : Receipt.NONE;
  }

  private static String advice(TripOutcome outcome, String words) {
    return switch (outcome) {
      case TripOutcome.Paid(Receipt card) ->
          "The payment of %s went through%s. Confirm it to the caller.".formatted(words, by(card));
      case TripOutcome.Declined _ ->
          "The card was declined and nothing was charged. Offer to try another card.";
      case TripOutcome.Cancelled _ ->
          "The payment was cancelled and nothing was charged. Ask whether to try again.";
      case TripOutcome.Abandoned _ ->
          "The call ended before a card was asked for. Nothing was charged.";
      case TripOutcome.Unreachable _ ->
          "The secure payment line could not be reached and nothing was charged. Apologise and"
              + " offer to try again.";
      case TripOutcome.Refused _ ->
          "The payment could not be started and nothing was charged. Apologise and offer to try"
              + " again later.";
      case TripOutcome.Unknown _ ->
          "The payment is still being confirmed. Say so, and do not charge again.";
    };
  }

  private static String by(Receipt card) {
    return card.lastFour().isEmpty()
        ? ""
        : " on the %s card ending in %s"
            .formatted(card.brand(), card.lastFour())
            .replace("  ", " ");
  }
}
