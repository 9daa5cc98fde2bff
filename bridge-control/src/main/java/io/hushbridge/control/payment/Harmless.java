package io.hushbridge.control.payment;

/// Text of a stranger, made fit to be kept: short, printable, and nothing in it like a card number.
final class Harmless {
  private Harmless() {}

  /// The text; empty where it is longer than allowed or has anything in it that may not be kept.
  static String text(String said, int most) {
    boolean printable = said.chars().allMatch(c -> c >= ' ' && c != 0x7f);
    return said.length() <= most && printable && !CardLike.in(said) ? said : "";
  }

  /// The last four digits of a card; empty where it is anything else, such as a whole card number.
  static String lastFour(String said) {
    return said.matches("[0-9]{4}") ? said : "";
  }
}
