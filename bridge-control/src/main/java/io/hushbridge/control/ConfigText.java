package io.hushbridge.control;

import io.hushbridge.control.BridgeConfig.PortRange;
import io.hushbridge.control.call.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A configuration's single values: text in, typed value out. What is wrong is said as an
/// [IllegalArgumentException] whose message is a sentence for the operator.
final class ConfigText {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
  private static final Pattern RANGE = Pattern.compile("(\\d{1,9})-(\\d{1,9})");

  private final SecretSource secrets;

  ConfigText(SecretSource secrets) {
    this.secrets = secrets;
  }

  Object parse(Class<?> type, String text) {
    if (type == Secret.class) {
      return secrets.resolve(text);
    }
    if (SecretSource.isReference(text)) {
      throw new IllegalArgumentException("only secrets are read from references; say the value");
    }
    if (type == String.class) {
      return text;
    }
    if (type == int.class) {
      return Math.toIntExact(wholeNumber(text, Integer.MAX_VALUE));
    }
    if (type == long.class) {
      return wholeNumber(text, Long.MAX_VALUE);
    }
    if (type == Duration.class) {
      return duration(text);
    }
    if (type == PortRange.class) {
      return range(text);
    }
    if (type == URI.class) {
      return uri(text);
    }
    if (type.isEnum()) {
      return constant(type, text);
    }
    throw new IllegalStateException("no text form is known for " + type);
  }

  private static long wholeNumber(String text, long most) {
    try {
      long number = Long.parseLong(text);
      if (number >= -most && number <= most) {
        return number;
      }
    } catch (NumberFormatException _) {
      // said below, in words of ours
    }
    throw new IllegalArgumentException("want a whole number, not '%s'".formatted(text));
  }

  private static Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "want a duration, as 200ms, 5s, 10m or 1h, not '%s'".formatted(text));
    }
    long count = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      default -> Duration.ofHours(count);
    };
  }

  private static PortRange range(String text) {
    Matcher matcher = RANGE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "want a range of ports, as 16384-32767, not '%s'".formatted(text));
    }
    return new PortRange(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException _) {
      throw new IllegalArgumentException("want a URL, not '%s'".formatted(text));
    }
  }

  private static Object constant(Class<?> type, String text) {
    Object[] constants = type.getEnumConstants();
    return Arrays.stream(constants)
        .filter(constant -> word(constant).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    Arrays.stream(constants)
                        .map(ConfigText::word)
                        .collect(Collectors.joining(" or ", "want ", ", not '" + text + "'"))));
  }

  private static String word(Object constant) {
    return constant.toString().toLowerCase(Locale.ROOT);
  }
}
