package io.hushbridge.sim.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One entry of the bridge's journal, as it stands in the file.
///
/// @param event as `SceneChanged`
/// @param data the entry's fields
record Told(Instant at, String call, String event, JsonNode data) {
  private static final JsonMapper JSON = new JsonMapper();

  static List<Told> in(Path journal) throws IOException {
    try (var lines = Files.lines(journal)) {
      return lines.map(JSON::readTree).map(Told::of).toList();
    }
  }

  private static Told of(JsonNode line) {
    return new Told(
        Instant.parse(line.path("at").asString()),
        line.path("call").asString(),
        line.path("event").asString(),
        line.path("data"));
  }

  boolean is(String name) {
    return event.equals(name);
  }

  String text(String field) {
    return data.path(field).asString("");
  }
}
