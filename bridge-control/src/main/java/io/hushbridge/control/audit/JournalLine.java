package io.hushbridge.control.audit;

import io.hushbridge.control.call.PaymentId;
import io.hushbridge.control.call.Secret;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/// One entry as it stands in the journal, a line of compact JSON with these keys in this order:
///
///     {"seq":7,"at":"2026-11-20T10:55:00.123456Z","node":"bridge-1","call":"c-5f0e",
///      "event":"SceneChanged","data":{"scene":"paying"},
///      "prev":"<hex>","payload":"<hex>","hash":"<hex>"}
///
/// - `seq` counts from 1 without a gap. `call` is empty for what concerns no call.
/// - `payload` is the SHA-256 of `data` as it stands in the line.
/// - `prev` is the `hash` of the line before; 64 zeros in the first.
/// - `hash` is the SHA-256 of prev, seq, at, node, call, event and payload, in this order, joined
///   by one line feed (U+000A) each, none at the end.
///
/// So `data` may be replaced by `null` when its retention ends, and the chain still holds.
record JournalLine(
    long seq,
    Instant at,
    String node,
    String call,
    String event,
    JsonNode data,
    String prev,
    String payload,
    String hash) {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addSerializer(PaymentId.class, ToStringSerializer.instance)
                  .addSerializer(Secret.class, ToStringSerializer.instance))
          .build();

  JournalLine {
    Stream.of(at, node, call, event, data, prev, payload, hash).forEach(Objects::requireNonNull);
    if ((node + call + event).chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a name in the journal holds a control character");
    }
  }

  /// Where a chain has come to: the last line's number and hash.
  record Head(long seq, String hash) {
    static final Head START = new Head(0, "0".repeat(64));
  }

  /// A line that may follow `head`.
  static JournalLine after(Head head, Instant when, String node, String call, Object entry) {
    Instant at = when.truncatedTo(ChronoUnit.MICROS);
    String event = entry.getClass().getSimpleName();
    JsonNode data = JSON.valueToTree(entry);
    String payload = Sha256.of(data.toString());
    long seq = head.seq() + 1;
    String hash = hash(head.hash(), seq, at, node, call, event, payload);
    return new JournalLine(seq, at, node, call, event, data, head.hash(), payload, hash);
  }

  /// Empty where the text is no entry.
  static Optional<JournalLine> parse(String text) {
    try {
      return Optional.ofNullable(JSON.readValue(text, JournalLine.class));
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  /// The line without its line feed.
  String text() {
    return JSON.writeValueAsString(this);
  }

  Head head() {
    return new Head(seq, hash);
  }

  boolean emptied() {
    return data.isNull();
  }

  boolean holdsWhatWasWritten() {
    return (emptied() || payload.equals(Sha256.of(data.toString())))
        && hash.equals(hash(prev, seq, at, node, call, event, payload));
  }

  private static String hash(
      String prev, long seq, Instant at, String node, String call, String event, String payload) {
    return Sha256.of(
        String.join("\n", prev, Long.toString(seq), at.toString(), node, call, event, payload));
  }
}
