package io.hushbridge.control.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// A journal's lines, each ended by a line feed and by nothing else; a reader that forgives other
/// ends would not see them changed.
final class Lines {
  private final InputStream in;
  private long count;
  private boolean torn;

  /// @param in buffered
  Lines(InputStream in) {
    this.in = in;
  }

  /// The next whole line; empty at the end and before a torn one.
  Optional<String> next() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int octet = in.read(); octet >= 0; octet = in.read()) {
      if (octet == '\n') {
        count++;
        return Optional.of(line.toString(UTF_8));
      }
      line.write(octet);
    }
    torn = line.size() > 0;
    return Optional.empty();
  }

  /// Whole lines read.
  long count() {
    return count;
  }

  boolean torn() {
    return torn;
  }
}
