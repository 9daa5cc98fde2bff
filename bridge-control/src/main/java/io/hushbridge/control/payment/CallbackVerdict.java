package io.hushbridge.control.payment;

import java.util.Locale;

/// What came of a callback.
public enum CallbackVerdict {
  TAKEN,
  /// Heard before; without a second effect.
  DUPLICATE,
  /// No payment expects anything at this path.
  STRANGER,
  UNREADABLE,
  /// Amount, currency or reference is not what was asked: alarmed, never acted on.
  MISMATCHED;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
