package io.hushbridge.control.log;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Takes out what reads as a card number (ISO/IEC 7812-1): 13 to 19 digits that begin with 2 to 6
/// and pass the Luhn check, in one run or in groups with spaces or dashes between. One number in
/// ten passes the check by chance, and is taken out as well.
final class CardNumbers {
  static final String MASK = "[masked]";

  private static final int FEWEST = 13;
  private static final int MOST = 19;
  private static final Pattern GROUPS = Pattern.compile("[0-9]++(?:[ -]{1,3}+[0-9]++)*+");
  private static final Pattern GROUP = Pattern.compile("[0-9]++");

  private CardNumbers() {}

  /// The text without card numbers; the same object where it has none.
  static String masked(String text) {
    if (text.chars().filter(c -> c >= '0' && c <= '9').limit(FEWEST).count() < FEWEST) {
      return text;
    }
    return GROUPS.matcher(text).replaceAll(run -> maskedRun(run.group()));
  }

  private static String maskedRun(String run) {
    List<MatchResult> groups = GROUP.matcher(run).results().toList();
    var result = new StringBuilder();
    int copied = 0;
    for (int from = 0; from < groups.size(); from++) {
      int to = lastOfCard(groups, from);
      if (to >= 0) {
        result.append(run, copied, groups.get(from).start()).append(MASK);
        copied = groups.get(to).end();
        from = to;
      }
    }
    return result.append(run, copied, run.length()).toString();
  }

  /// The group that ends a card number beginning with group `from`, or -1.
  private static int lastOfCard(List<MatchResult> groups, int from) {
    var digits = new StringBuilder();
    for (int to = from; to < groups.size() && digits.length() <= MOST; to++) {
      digits.append(groups.get(to).group());
      if (isCard(digits)) {
        return to;
      }
    }
    return -1;
  }

  private static boolean isCard(CharSequence digits) {
    char first = digits.charAt(0);
    return digits.length() >= FEWEST
        && digits.length() <= MOST
        && first >= '2'
        && first <= '6'
        && passesLuhn(digits);
  }

  private static boolean passesLuhn(CharSequence digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? digit : 2 * digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
  }
}
