package io.hushbridge.control.http;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// JSON in and out: strict on the way in, no name twice and nothing after the end.
final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  static byte[] bytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  /// The object in a body. Nothing of a bad body is quoted: it may hold anything.
  static ObjectNode object(byte[] body) {
    try {
      JsonNode read = MAPPER.readTree(body);
      if (read instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException malformed) {
      throw malformed(at(malformed.getLocation())).refusal();
    }
    throw malformed("the body is no JSON object").refusal();
  }

  private static Problem malformed(String detail) {
    return new Problem(400, "malformed-json", "The body is not JSON that can be read", detail);
  }

  private static String at(TokenStreamLocation location) {
    return "not JSON from line %d, column %d on; a name may come once and nothing may follow the end"
        .formatted(location.getLineNr(), location.getColumnNr());
  }
}
