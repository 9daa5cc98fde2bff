package io.hushbridge.control.http;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds what somebody probably meant.
final class Nearest {
  private static final int CLOSE = 3;
  private static final int LONGEST = 64;

  private Nearest() {}

  /// The known name that is at most three edits away (Levenshtein), case aside.
  static Optional<String> to(String name, Collection<String> known) {
    if (name.length() > LONGEST) {
      return Optional.empty();
    }
    String said = name.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(k -> edits(said, k.toLowerCase(Locale.ROOT)) <= CLOSE)
        .min(Comparator.comparing(k -> edits(said, k.toLowerCase(Locale.ROOT))));
  }

  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
