package io.hushbridge.control.call;

import java.util.Locale;

/// The word of a matching callback on the money. Only `Paid` is final while the line is up: a flow
/// may let the caller try another card.
public sealed interface Word {
  record Paid(Receipt receipt) implements Word {}

  record Declined(String reason) implements Word {}

  record Cancelled() implements Word {}

  /// An error on the far side, which says nothing about the money.
  record Unclear(String reason) implements Word {}

  default String label() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }
}
