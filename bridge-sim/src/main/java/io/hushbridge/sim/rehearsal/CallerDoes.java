package io.hushbridge.sim.rehearsal;

import io.hushbridge.sim.Card;
import java.util.List;
import java.util.stream.Stream;

/// What the caller does at the payment line.
sealed interface CallerDoes {
  /// Keys what is asked for, one card after another.
  record Pays(List<Card> cards) implements CallerDoes {
    public Pays {
      cards = List.copyOf(cards);
    }
  }

  /// Keys some of the card number and hangs up.
  record HangsUpWhileKeying(Card card) implements CallerDoes {}

  /// Keys number, expiry and code in one go, whoever may have gone meanwhile.
  record KeysOn(Card card) implements CallerDoes {}

  /// Keys nothing: there is no line to pay at.
  record Waits() implements CallerDoes {}

  static CallerDoes pays(Card... cards) {
    return new Pays(List.of(cards));
  }

  /// Numbers of the cards that are keyed, or begun.
  default Stream<String> numbers() {
    return switch (this) {
      case Pays(List<Card> cards) -> cards.stream().map(Card::number);
      case HangsUpWhileKeying(Card card) -> Stream.of(card.number());
      case KeysOn(Card card) -> Stream.of(card.number());
      case Waits _ -> Stream.empty();
    };
  }

  /// Whether a key is pressed.
  default boolean keys() {
    return !(this instanceof Waits);
  }
}
