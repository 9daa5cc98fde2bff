package io.hushbridge.sim;

/// What the payment line asks the caller to key.
public enum Field {
  CARD_NUMBER,
  EXPIRY,
  CODE
}
