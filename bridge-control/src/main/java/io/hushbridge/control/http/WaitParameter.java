package io.hushbridge.control.http;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long a reader is willing to wait: `30s` or `500ms`. A longer wait than we allow is cut.
final class WaitParameter {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,6})(ms|s)");

  private WaitParameter() {}

  static Duration read(Optional<String> wait, Duration longest) {
    if (wait.isEmpty()) {
      return Duration.ZERO;
    }
    Matcher form = FORM.matcher(wait.get());
    if (!form.matches()) {
      throw new Problem(
              400, "bad-wait", "The wait cannot be read", "want it as wait=30s or wait=500ms")
          .refusal();
    }
    long count = Long.parseLong(form.group(1));
    Duration asked =
        form.group(2).equals("s") ? Duration.ofSeconds(count) : Duration.ofMillis(count);
    return asked.compareTo(longest) < 0 ? asked : longest;
  }
}
