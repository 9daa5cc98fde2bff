package io.hushbridge.sip;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the key of an INFO. Its value is a card digit for all we know: it is never logged and
/// never kept.
final class Keys {
  /// `application/dtmf-relay`: `Signal=5`, and a duration that we do not need.
  private static final Pattern SIGNAL =
      Pattern.compile(
          "(?:^|[\\r\\n])[ \\t]*signal[ \\t]*=[ \\t]*([0-9A-D*#]|1[0-5])[ \\t]*(?:[\\r\\n]|$)",
          Pattern.CASE_INSENSITIVE);

  /// `application/dtmf`: the key alone.
  private static final Pattern ALONE =
      Pattern.compile("\\s*([0-9A-D*#]|1[0-5])\\s*", Pattern.CASE_INSENSITIVE);

  private static final int LONGEST = 256;

  private Keys() {}

  /// The key of an `application/dtmf-relay` body.
  ///
  /// @return its telephone-event code (RFC 4733 §3.2), if the body names one
  static OptionalInt relayed(String body) {
    Matcher matcher = SIGNAL.matcher(body);
    return body.length() <= LONGEST && matcher.find()
        ? code(matcher.group(1))
        : OptionalInt.empty();
  }

  static OptionalInt alone(String body) {
    Matcher matcher = ALONE.matcher(body);
    return body.length() <= LONGEST && matcher.matches()
        ? code(matcher.group(1))
        : OptionalInt.empty();
  }

  private static OptionalInt code(String signal) {
    return OptionalInt.of(
        switch (signal.charAt(0)) {
          case '*' -> 10;
          case '#' -> 11;
          case 'A', 'a' -> 12;
          case 'B', 'b' -> 13;
          case 'C', 'c' -> 14;
          case 'D', 'd' -> 15;
          default -> Integer.parseInt(signal);
        });
  }
}
