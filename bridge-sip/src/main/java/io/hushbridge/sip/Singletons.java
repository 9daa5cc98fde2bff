package io.hushbridge.sip;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Refuses a message that repeats a header that there is only one of (RFC 4475 §3.3.7, §3.3.8). The
/// stack would keep the first and drop the others, where the next element might do it the other way
/// round.
final class Singletons {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("f", "from"),
          Map.entry("from", "from"),
          Map.entry("t", "to"),
          Map.entry("to", "to"),
          Map.entry("i", "call-id"),
          Map.entry("call-id", "call-id"),
          Map.entry("cseq", "cseq"),
          Map.entry("max-forwards", "max-forwards"),
          Map.entry("l", "content-length"),
          Map.entry("content-length", "content-length"),
          Map.entry("c", "content-type"),
          Map.entry("content-type", "content-type"));

  private Singletons() {}

  static void check(byte[] message) throws ParseException {
    Set<String> seen = new HashSet<>();
    int start = 0;
    for (int i = 0; i < message.length; i++) {
      if (message[i] == '\n') {
        if (i - start <= 1) {
          return; // the empty line: the body begins
        }
        if (!seen.add(name(message, start, i))) {
          throw new ParseException("Malformed", start);
        }
        start = i + 1;
      }
    }
  }

  /// The singleton a line holds; for any other line its own offset, which no other line has.
  private static String name(byte[] message, int start, int end) {
    int colon = start;
    while (colon < end && message[colon] != ':') {
      colon++;
    }
    String name =
        new String(message, start, Math.min(colon - start, 32), StandardCharsets.ISO_8859_1);
    String known = NAMES.get(name.strip().toLowerCase(Locale.ROOT));
    boolean folded = message[start] == ' ' || message[start] == '\t';
    return known == null || folded ? "@" + start : known;
  }
}
