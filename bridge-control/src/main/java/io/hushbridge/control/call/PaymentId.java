package io.hushbridge.control.call;

/// Names one payment, as `p-3f9c...`; safe to say to anybody who may read payments.
public record PaymentId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
