package io.hushbridge.control.audit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Tells whether a journal is as it was written.
public final class JournalVerifier {

  /// What a journal was found to be.
  public sealed interface Verdict {
    /// Every entry is in its place.
    ///
    /// @param emptied entries whose data was taken out at the end of its retention
    record Intact(long entries, long emptied) implements Verdict {}

    /// Something was changed, removed or put elsewhere after it was written.
    ///
    /// @param line counted from 1, the first that is not right
    record Broken(long line, String why) implements Verdict {}
  }

  private JournalVerifier() {}

  /// Reads the whole file once; it may grow meanwhile.
  public static Verdict verify(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      var lines = new Lines(in);
      Chain chain = Chain.fromTheStart();
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        Optional<Chain.Wrong> wrong = chain.follow(line.get());
        if (wrong.isPresent()) {
          long at = lines.count();
          return new Verdict.Broken(at, because(wrong.get(), lines));
        }
      }
      return lines.torn()
          ? new Verdict.Broken(lines.count() + 1, "is torn: it has no end")
          : new Verdict.Intact(lines.count(), chain.emptied());
    }
  }

  private static String because(Chain.Wrong wrong, Lines rest) throws IOException {
    if (wrong.missing() == 0) {
      return wrong.why();
    }
    for (Optional<String> line = rest.next(); line.isPresent(); line = rest.next()) {
      Optional<JournalLine> later = JournalLine.parse(line.get());
      if (later.isPresent() && later.get().seq() == wrong.missing()) {
        return wrong.why() + ", which comes later";
      }
    }
    return wrong.why() + ", which is missing";
  }
}
