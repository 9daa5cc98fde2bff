package io.hushbridge.sip;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sip.header.Header;
import javax.sip.message.Message;

/// Headers that a caller of this package wants on a message, checked: none that the stack owns, and
/// nothing that could start a header of its own.
record ExtraHeaders(Map<String, String> byName) {

  static final ExtraHeaders NONE = new ExtraHeaders(Map.of());

  /// Headers that a message cannot do without or that say where it goes; compact forms (RFC 3261
  /// §20) included.
  private static final Set<String> OWNED =
      Set.of(
          ("via v route record-route contact m from f to t call-id i cseq max-forwards content-type c"
                  + " content-length l content-encoding e authorization proxy-authorization"
                  + " www-authenticate proxy-authenticate user-agent server allow accept rseq rack"
                  + " proxy-require")
              .split(" "));

  /// RFC 3261 §25.1 token.
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9.!%*_+`'~-]+");

  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0a-\\x1f\\x7f]");

  ExtraHeaders {
    byName.forEach(ExtraHeaders::check);
    byName = Map.copyOf(byName);
  }

  private static void check(String name, String value) {
    if (!TOKEN.matcher(name).matches() || OWNED.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("header " + quoted(name) + " is not for a caller to set");
    }
    if (CONTROL.matcher(value).find()) {
      throw new IllegalArgumentException("header " + name + " holds a line break or control");
    }
    Jain.parsed("header " + name, () -> Jain.header(name, value));
  }

  private static String quoted(String name) {
    return '"' + CONTROL.matcher(name).replaceAll("?") + '"';
  }

  void applyTo(Message message) {
    byName.forEach((name, value) -> Jain.set(message, name, value));
  }

  /// What a message carries beside what the stack owns: lower-case name, first value each.
  static Map<String, String> of(Message message) {
    Map<String, String> found = new HashMap<>();
    for (var names = message.getHeaderNames(); names.hasNext(); ) {
      String name = (String) names.next();
      if (!OWNED.contains(name.toLowerCase(Locale.ROOT))) {
        found.put(name.toLowerCase(Locale.ROOT), value(message.getHeader(name)));
      }
    }
    return found;
  }

  /// A header as it would be written, without its name.
  static String value(Header header) {
    String line = header.toString().strip();
    return line.substring(line.indexOf(':') + 1).strip();
  }

  @Override
  public String toString() {
    return byName.keySet().stream().sorted().collect(Collectors.joining(", ", "[", "]"));
  }
}
