package io.hushbridge.control;

import io.hushbridge.control.BridgeConfig.PortRange;
import io.hushbridge.control.Yaml.Items;
import io.hushbridge.control.Yaml.Nothing;
import io.hushbridge.control.Yaml.Section;
import io.hushbridge.control.Yaml.Text;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads layers of YAML, the operator's first and the shipped one last, into records whose
/// components are the keys.
///
/// A section is read key by key through the layers. So is a map of records, whose entries take what
/// no layer says from the last layer's entry `default`. A list, and a map of plain text, comes
/// whole from the first layer that has it.
///
/// A value that cannot be used is complained about and the next layer's is taken, so that what
/// follows can be looked at as well. A null answer has been complained about.
final class ConfigReader {
  private static final String DEFAULT_ENTRY = "default";
  private static final Pattern REFUSAL = Pattern.compile("([\\w.]+): (.*)", Pattern.DOTALL);

  private final ConfigText text;
  private final Complaints complaints;

  ConfigReader(ConfigText text, Complaints complaints) {
    this.text = text;
    this.complaints = complaints;
  }

  <T> @Nullable T read(Class<T> type, List<Yaml> layers) {
    return type.cast(value(type, "", layers));
  }

  private @Nullable Object value(Type type, String path, List<Yaml> layers) {
    if (type instanceof ParameterizedType generic) {
      Type argument = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
      if (generic.getRawType() == List.class) {
        return list(argument, path, layers);
      }
      if (generic.getRawType() == Map.class) {
        return isSection(argument)
            ? entries(argument, path, sections(path, layers))
            : words(path, sections(path, layers));
      }
      return plain((Class<?>) generic.getRawType(), path, layers);
    }
    return isSection(type)
        ? section((Class<?>) type, path, sections(path, layers))
        : plain((Class<?>) type, path, layers);
  }

  static boolean isSection(Type type) {
    return type instanceof Class<?> raw && raw.isRecord() && raw != PortRange.class;
  }

  private @Nullable Object plain(Class<?> type, String path, List<Yaml> layers) {
    for (Yaml layer : layers) {
      switch (layer) {
        case Text(Place place, String value) -> {
          try {
            return text.parse(type, value);
          } catch (IllegalArgumentException wrong) {
            complaints.add(place, path, Objects.requireNonNull(wrong.getMessage()));
          }
        }
        case Nothing(Place place) ->
            complaints.add(place, path, "has no value; write \"\" where you mean none");
        case Items(Place place, _) -> complaints.add(place, path, "want one value, not a list");
        case Section(Place place, _) ->
            complaints.add(place, path, "want one value, not keys below it");
      }
    }
    return null;
  }

  private @Nullable Object list(Type argument, String path, List<Yaml> layers) {
    for (Yaml layer : layers) {
      if (layer instanceof Items(_, List<Yaml> items)) {
        var values = new ArrayList<Object>();
        for (int i = 0; i < items.size(); i++) {
          Object value = value(argument, path + "[" + i + "]", List.of(items.get(i)));
          if (value != null) {
            values.add(value);
          }
        }
        if (values.size() == items.size()) {
          return List.copyOf(values);
        }
      } else {
        complaints.add(layer.place(), path, "want a list; [] is the empty one");
      }
    }
    return null;
  }

  private @Nullable Map<String, Object> words(String path, List<Section> layers) {
    for (Section layer : layers) {
      var values = new LinkedHashMap<String, Object>();
      for (Map.Entry<String, Yaml> said : layer.values().entrySet()) {
        Object value = plain(String.class, path + "." + said.getKey(), List.of(said.getValue()));
        if (value != null) {
          values.put(said.getKey(), value);
        }
      }
      if (values.size() == layer.values().size()) {
        return values;
      }
    }
    return null;
  }

  private Map<String, Object> entries(Type argument, String path, List<Section> layers) {
    Set<String> names = new LinkedHashSet<>();
    layers.forEach(layer -> names.addAll(layer.values().keySet()));
    var entries = new LinkedHashMap<String, Object>();
    for (String name : names) {
      Stream<Yaml> fallback = said(DEFAULT_ENTRY, layers.subList(layers.size() - 1, layers.size()));
      List<Yaml> below = Stream.concat(said(name, layers), fallback).distinct().toList();
      Object entry = value(argument, path + "." + name, below);
      if (entry != null) {
        entries.put(name, entry);
      }
    }
    return entries;
  }

  private @Nullable Object section(Class<?> type, String path, List<Section> layers) {
    if (layers.isEmpty()) {
      return null;
    }
    RecordComponent[] components = type.getRecordComponents();
    List<String> names = Arrays.stream(components).map(RecordComponent::getName).toList();
    layers.forEach(layer -> refuseUnknown(layer, path, names));
    var values = new ArrayList<@Nullable Object>();
    for (RecordComponent component : components) {
      String below = below(path, component.getName());
      List<Yaml> said = said(component.getName(), layers).toList();
      if (said.isEmpty()) {
        complaints.add(layers.getFirst().place(), below, "is missing");
      }
      values.add(said.isEmpty() ? null : value(component.getGenericType(), below, said));
    }
    return values.contains(null) ? null : make(type, values, layers.getFirst(), path);
  }

  private void refuseUnknown(Section layer, String path, List<String> known) {
    layer
        .values()
        .forEach(
            (name, said) -> {
              if (!known.contains(name)) {
                complaints.add(
                    said.place(), below(path, name), UnknownKey.sentence(path, name, known));
              }
            });
  }

  private List<Section> sections(String path, List<Yaml> layers) {
    var sections = new ArrayList<Section>();
    for (Yaml layer : layers) {
      switch (layer) {
        case Section section -> sections.add(section);
        case Nothing _ -> {} // a section whose keys are all commented out
        case Text(Place place, _) -> complaints.add(place, path, "want keys below it, not a value");
        case Items(Place place, _) -> complaints.add(place, path, "want keys below it, not a list");
      }
    }
    return sections;
  }

  private static Stream<Yaml> said(String name, List<Section> layers) {
    return layers.stream().map(layer -> layer.values().get(name)).filter(Objects::nonNull);
  }

  private static String below(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /// A record may refuse what it is to hold, with a message `key: sentence`.
  private @Nullable Object make(
      Class<?> type, List<@Nullable Object> values, Section said, String path) {
    try {
      return type.getDeclaredConstructors()[0].newInstance(values.toArray());
    } catch (InvocationTargetException wrong) {
      String message = String.valueOf(wrong.getTargetException().getMessage());
      Matcher refusal = REFUSAL.matcher(message);
      if (refusal.matches()) {
        String key = refusal.group(1);
        complaints.add(said.placeOf(key), below(path, key), refusal.group(2));
      } else {
        complaints.add(said.place(), path, message);
      }
      return null;
    } catch (ReflectiveOperationException wrong) {
      throw new IllegalStateException("cannot make " + type, wrong);
    }
  }
}
