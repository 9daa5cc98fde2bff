package io.hushbridge.control;

import java.util.List;

/// The configuration cannot be used. The message holds every problem on a line of its own, as
/// `file:line: key: sentence`.
final class ConfigError extends RuntimeException {
  private static final long serialVersionUID = 1;

  ConfigError(List<String> problems) {
    super(String.join("\n", problems));
  }
}
