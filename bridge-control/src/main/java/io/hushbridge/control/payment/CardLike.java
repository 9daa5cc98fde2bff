package io.hushbridge.control.payment;

import java.util.regex.Pattern;

/// Finds what looks like a card number (ISO/IEC 7812-1): 12 to 19 digits that pass the Luhn check,
/// in one run or in groups with a space, dot or dash between. For short text.
final class CardLike {
  private static final Pattern DIGIT_GROUPS = Pattern.compile("[0-9]+(?:[ .-][0-9]+)*+");

  private CardLike() {}

  static boolean in(CharSequence text) {
    return DIGIT_GROUPS
        .matcher(text)
        .results()
        .anyMatch(run -> anyCard(run.group().split("[ .-]", -1)));
  }

  private static boolean anyCard(String[] groups) {
    for (int from = 0; from < groups.length; from++) {
      StringBuilder digits = new StringBuilder();
      for (int to = from; to < groups.length && digits.length() <= 19; to++) {
        digits.append(groups[to]);
        if (digits.length() >= 12 && digits.length() <= 19 && luhn(digits)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean luhn(CharSequence digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? digit : digit * 2;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
  }
}
