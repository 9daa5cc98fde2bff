package io.hushbridge.control;

import io.hushbridge.control.call.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where secrets come from: `${env:NAME}` is an environment variable, `${file:PATH}` a file without
/// its last line end. A secret itself is refused, so that none lies in a configuration file, and no
/// message repeats what was written.
final class SecretSource {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file):([^}]+)}");

  private final UnaryOperator<@Nullable String> environment;

  /// @param environment the value of a variable, or null
  SecretSource(UnaryOperator<@Nullable String> environment) {
    this.environment = environment;
  }

  static boolean isReference(String text) {
    return REFERENCE.matcher(text).matches();
  }

  Secret<String> resolve(String text) {
    if (text.isEmpty()) {
      return new Secret<>("");
    }
    Matcher reference = REFERENCE.matcher(text);
    if (!reference.matches()) {
      throw new IllegalArgumentException(
          "a secret is not written here; name one by ${env:NAME} or ${file:PATH}");
    }
    String name = reference.group(2);
    return new Secret<>(reference.group(1).equals("env") ? variable(name) : content(name));
  }

  private String variable(String name) {
    String value = environment.apply(name);
    if (value == null || value.isEmpty()) {
      throw new IllegalArgumentException("the environment variable %s is not set".formatted(name));
    }
    return value;
  }

  private static String content(String name) {
    try {
      String value = Files.readString(Path.of(name)).replaceFirst("\\R\\z", "");
      if (value.isEmpty()) {
        throw new IllegalArgumentException("the file %s is empty".formatted(name));
      }
      return value;
    } catch (IOException _) {
      throw new IllegalArgumentException("the file %s cannot be read".formatted(name));
    }
  }
}
