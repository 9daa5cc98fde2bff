package io.hushbridge.sim;

import java.util.Locale;

/// What the payment line asks the caller to key.
public enum Field {
  CARD_NUMBER,
  EXPIRY,
  CODE;

  String spoken() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
