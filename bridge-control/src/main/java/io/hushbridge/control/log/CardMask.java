package io.hushbridge.control.log;

import net.logstash.logback.mask.ValueMasker;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamContext;

/// Applies [CardNumbers] to every value of a log line: message, stack trace, MDC, arguments.
public final class CardMask implements ValueMasker {
  /// What to write instead of a value; null to write it as it is.
  @Override
  public @Nullable Object mask(TokenStreamContext context, @Nullable Object value) {
    if (value instanceof CharSequence || value instanceof Number) {
      String text = value.toString();
      String masked = CardNumbers.masked(text);
      return masked.equals(text) ? null : masked;
    }
    return null;
  }
}
