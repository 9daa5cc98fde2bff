package io.hushbridge.sim;

/// What can be told of a card number by its digits.
final class Pan {
  private Pan() {}

  static boolean isAmex(String number) {
    return number.startsWith("34") || number.startsWith("37");
  }

  /// How many digits it has, as soon as the first two are known.
  static int length(String number) {
    return isAmex(number) ? 15 : 16;
  }

  static int codeLength(String number) {
    return isAmex(number) ? 4 : 3;
  }

  static String brand(String number) {
    if (isAmex(number)) {
      return "AMEX";
    }
    return switch (number.charAt(0)) {
      case '4' -> "VISA";
      case '2', '5' -> "MASTERCARD";
      default -> "OTHER";
    };
  }

  /// Luhn's check (ISO/IEC 7812-1 annex B).
  static boolean holds(String number) {
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      int digit = number.charAt(number.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit : 2 * digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }
}
