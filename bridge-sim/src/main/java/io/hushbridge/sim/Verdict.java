package io.hushbridge.sim;

import java.util.Set;

/// What the gateway behind the payment line makes of a card.
enum Verdict {
  APPROVED,
  DECLINED;

  private static final Set<String> GOOD =
      Set.of(Card.VISA.number(), Card.OTHER_VISA.number(), Card.AMEX.number());

  /// Test cards only: any card that is not one is declined.
  static Verdict on(Card card) {
    return GOOD.contains(card.number()) ? APPROVED : DECLINED;
  }
}
