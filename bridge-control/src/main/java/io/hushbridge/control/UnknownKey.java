package io.hushbridge.control;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What to say about a key that nobody reads: the key that was probably meant.
final class UnknownKey {
  private UnknownKey() {}

  /// @param path of the section the key stands in; empty at the top
  /// @param known keys of that section
  static String sentence(String path, String name, List<String> known) {
    String prefix = path.isEmpty() ? "" : path + ".";
    return nearest(name, known)
        .map(prefix::concat)
        .or(() -> elsewhere(name))
        .map("unknown key; did you mean %s?"::formatted)
        .orElseGet(
            () ->
                "unknown key; %s has %s"
                    .formatted(path.isEmpty() ? "the file" : path, String.join(", ", known)));
  }

  private static Optional<String> nearest(String name, List<String> known) {
    int limit = Math.max(2, name.length() / 3);
    return known.stream()
        .filter(key -> distance(name, key) <= limit)
        .min(Comparator.comparingInt(key -> distance(name, key)));
  }

  private static Optional<String> elsewhere(String name) {
    return keys(BridgeConfig.class, "")
        .filter(key -> key.substring(key.lastIndexOf('.') + 1).equalsIgnoreCase(name))
        .findFirst();
  }

  /// Every key of a record and of the records below it, dotted.
  static Stream<String> keys(Class<?> type, String prefix) {
    return Arrays.stream(type.getRecordComponents())
        .flatMap(component -> keys(component, prefix + component.getName()));
  }

  private static Stream<String> keys(RecordComponent component, String key) {
    Type type = component.getGenericType();
    String below = key + ".";
    if (type instanceof ParameterizedType generic) {
      type = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
      below = component.getType() == Map.class ? key + ".default." : key + "[].";
    }
    return ConfigReader.isSection(type)
        ? Stream.concat(Stream.of(key), keys((Class<?>) type, below))
        : Stream.of(key);
  }

  /// Levenshtein's: letters added, left out or changed, whatever their case.
  private static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, j -> j);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
