package io.hushbridge.control;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a YAML file says, each value with its place. A value under a key has the key's place.
sealed interface Yaml {
  Place place();

  /// A single value; numbers and words alike are text until a type asks for more.
  record Text(Place place, String value) implements Yaml {}

  /// A key with nothing after it.
  record Nothing(Place place) implements Yaml {}

  record Items(Place place, List<Yaml> items) implements Yaml {
    public Items {
      items = List.copyOf(items);
    }
  }

  /// A section: keys in the file's order.
  record Section(Place place, Map<String, Yaml> values) implements Yaml {
    public Section {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  /// The place of a dotted path such as `http.keys[0].role`, or of the nearest thing above it that
  /// is said here.
  default Place placeOf(String path) {
    Yaml here = this;
    for (String step : path.split("\\.|(?=\\[)")) {
      Yaml next =
          switch (here) {
            case Section section -> section.values().get(step);
            case Items(_, List<Yaml> items) when step.startsWith("[") ->
                items.get(Integer.parseInt(step.substring(1, step.length() - 1)));
            case Items _, Text _, Nothing _ -> null;
          };
      if (next == null) {
        return here.place();
      }
      here = next;
    }
    return here.place();
  }
}
