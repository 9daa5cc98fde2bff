package io.hushbridge.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Reads YAML text into [Yaml]. The only place that knows the YAML library; its messages are not
/// passed on whole, because they quote the file and a file may hold what should not be shown.
final class YamlFile {
  private final String file;
  private final Complaints complaints;

  private YamlFile(String file, Complaints complaints) {
    this.file = file;
    this.complaints = complaints;
  }

  /// @param file how the file is called in complaints
  static Yaml read(String file, String text, Complaints complaints) {
    return new YamlFile(file, complaints).read(text);
  }

  private Yaml read(String text) {
    Yaml empty = new Yaml.Section(new Place(file, 1), Map.of());
    try {
      var compose = new Compose(LoadSettings.builder().setAllowNonScalarKeys(true).build());
      return compose
          .composeString(text)
          .map(root -> value(root, place(root.getStartMark()), ""))
          .orElse(empty);
    } catch (MarkedYamlEngineException wrong) {
      complaints.add(place(wrong.getProblemMark()), "", "not YAML: " + wrong.getProblem());
      return empty;
    } catch (YamlEngineException wrong) {
      complaints.add(new Place(file, 1), "", "not YAML that can be read here");
      return empty;
    }
  }

  private Yaml value(Node node, Place place, String path) {
    if (node.getAnchor().isPresent()) {
      complaints.add(place, path, "anchors and aliases are not read; say the value again");
      return new Yaml.Nothing(place);
    }
    return switch (node) {
      case MappingNode mapping -> section(mapping, place, path);
      case SequenceNode sequence -> items(sequence, place, path);
      case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> new Yaml.Nothing(place);
      case ScalarNode scalar -> new Yaml.Text(place, scalar.getValue());
      default -> throw new IllegalStateException("a YAML node of an unknown kind");
    };
  }

  private Yaml section(MappingNode mapping, Place place, String path) {
    var values = new LinkedHashMap<String, Yaml>();
    for (NodeTuple entry : mapping.getValue()) {
      Place at = place(entry.getKeyNode().getStartMark());
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        complaints.add(at, path, "a key must be a plain word");
        continue;
      }
      String below = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
      Yaml earlier = values.putIfAbsent(key.getValue(), value(entry.getValueNode(), at, below));
      if (earlier != null) {
        complaints.add(at, below, "said before, at line " + earlier.place().line());
      }
    }
    return new Yaml.Section(place, values);
  }

  private Yaml items(SequenceNode sequence, Place place, String path) {
    List<Yaml> items = new ArrayList<>();
    for (Node node : sequence.getValue()) {
      String below = path + "[" + items.size() + "]";
      items.add(value(node, place(node.getStartMark()), below));
    }
    return new Yaml.Items(place, items);
  }

  private Place place(Optional<Mark> mark) {
    return new Place(file, mark.map(found -> found.getLine() + 1).orElse(1));
  }
}
