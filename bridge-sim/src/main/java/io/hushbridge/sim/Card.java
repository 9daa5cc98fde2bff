package io.hushbridge.sim;

/// A test card, as it is keyed. Prints nothing of itself.
///
/// @param number 13 to 19 digits
/// @param expiry `MMYY`
/// @param code 3 digits, 4 for American Express
public record Card(String number, String expiry, String code) {
  public static final Card VISA = new Card("4111111111111111", "1229", "737");
  public static final Card OTHER_VISA = new Card("4012888888881881", "0330", "123");
  public static final Card AMEX = new Card("378282246310005", "1129", "7373");
  public static final Card DECLINED = new Card("4000000000000002", "1130", "456");

  /// Its check digit is wrong.
  public static final Card MISTYPED = new Card("4111111111111112", "1229", "737");

  @Override
  public String toString() {
    return "[card]";
  }
}
