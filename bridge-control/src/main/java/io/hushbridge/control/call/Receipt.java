package io.hushbridge.control.call;

/// What may be kept of a card after it was charged (PCI DSS 3.4.1): nothing that could charge it
/// again.
public record Receipt(String brand, String lastFour, String authCode) {
  public static final Receipt NONE = new Receipt("", "", "");
}
