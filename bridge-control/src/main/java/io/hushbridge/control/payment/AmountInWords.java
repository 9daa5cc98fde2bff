package io.hushbridge.control.payment;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;

/// An amount as a voice says it: "fifty US dollars", "twelve pounds and five pence".
final class AmountInWords {
  private record Names(String one, String many, String minorOne, String minorMany) {}

  private static final Map<String, Names> SPOKEN =
      Map.of(
          "USD", new Names("US dollar", "US dollars", "cent", "cents"),
          "CAD", new Names("Canadian dollar", "Canadian dollars", "cent", "cents"),
          "AUD", new Names("Australian dollar", "Australian dollars", "cent", "cents"),
          "NZD", new Names("New Zealand dollar", "New Zealand dollars", "cent", "cents"),
          "GBP", new Names("pound", "pounds", "penny", "pence"),
          "EUR", new Names("euro", "euros", "cent", "cents"),
          "JPY", new Names("yen", "yen", "", ""));
  private static final String[] SMALL = {
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen"
  };
  private static final String[] TENS = {
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
  };

  private AmountInWords() {}

  /// The amount in words; a currency without names of its own is given in figures: "50.00 CHF".
  static String of(long minor, String currency) {
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    Names names = SPOKEN.get(currency);
    if (names == null) {
      return BigDecimal.valueOf(minor, digits).toPlainString() + " " + currency;
    }
    long unit = BigDecimal.TEN.pow(digits).longValueExact();
    String major = counted(minor / unit, names.one(), names.many());
    long rest = minor % unit;
    if (rest == 0) {
      return major;
    }
    String small = counted(rest, names.minorOne(), names.minorMany());
    return minor < unit ? small : major + " and " + small;
  }

  private static String counted(long count, String one, String many) {
    return words(count) + " " + (count == 1 ? one : many);
  }

  static String words(long number) {
    if (number < 20) {
      return SMALL[(int) number];
    }
    if (number < 100) {
      String tens = TENS[(int) (number / 10)];
      return number % 10 == 0 ? tens : tens + "-" + words(number % 10);
    }
    if (number < 1000) {
      return scaled(number, 100, "hundred");
    }
    if (number < 1_000_000) {
      return scaled(number, 1000, "thousand");
    }
    return number < 1_000_000_000
        ? scaled(number, 1_000_000, "million")
        : scaled(number, 1_000_000_000, "billion");
  }

  private static String scaled(long number, long scale, String name) {
    long rest = number % scale;
    String whole = words(number / scale) + " " + name;
    return rest == 0 ? whole : whole + (rest < 100 ? " and " : " ") + words(rest);
  }
}
