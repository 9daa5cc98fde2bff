package io.hushbridge.control.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushbridge.control.audit.JournalVerifier.Verdict;
import io.hushbridge.control.audit.JournalVerifier.Verdict.Broken;
import io.hushbridge.control.audit.JournalVerifier.Verdict.Intact;
import io.hushbridge.control.call.Entry.PaymentEnded;
import io.hushbridge.control.call.PaymentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalVerifierTest {
  private static final InstantSource NOW =
      InstantSource.fixed(Instant.parse("2026-11-20T10:55:00Z"));

  @TempDir Path directory;
  private Path file = Path.of("");

  /// Entries 2 to 5 are of payments p-2 to p-5; 1 and 6 are the journal's own.
  @BeforeEach
  void sixEntries() throws IOException {
    file = directory.resolve("journal.jsonl");
    try (JournalFile journal = JournalFile.open(file, "bridge-1", NOW)) {
      for (int i = 2; i <= 5; i++) {
        journal.forCall("c-1").write(new PaymentEnded(new PaymentId("p-" + i), "paid", ""));
      }
    }
  }

  @Test
  void anUntouchedJournalIsIntact() throws IOException {
    assertThat(JournalVerifier.verify(file)).isEqualTo(new Intact(6, 0));
  }

  @Test
  void changedDataIsSeen() throws IOException {
    assertThat(with(lines -> lines.set(2, lines.get(2).replace("paid", "void"))))
        .isEqualTo(new Broken(3, "entry 3 was changed"));
  }

  @Test
  void everyChangedFieldIsSeen() throws IOException {
    List<String> fields =
        List.of(
            "\"seq\":3", "10:55:00", "bridge-1", "c-1", "PaymentEnded", "prev\":\"", "hash\":\"");
    for (String field : fields) {
      String changed = field.endsWith("\"") ? field + "0" : field.replaceAll(".$", "9");
      assertThat(with(lines -> lines.set(2, lines.get(2).replace(field, changed))))
          .as(field)
          .isInstanceOf(Broken.class)
          .extracting("line")
          .isEqualTo(3L);
      Files.delete(file);
      sixEntries();
    }
  }

  @Test
  void aRemovedEntryIsSeen() throws IOException {
    assertThat(with(lines -> lines.remove(3)))
        .isEqualTo(new Broken(4, "entry 5 stands in place of entry 4, which is missing"));
  }

  @Test
  void aRemovedBeginningIsSeen() throws IOException {
    assertThat(with(List::removeFirst))
        .isEqualTo(new Broken(1, "entry 2 stands in place of entry 1, which is missing"));
  }

  @Test
  void swappedEntriesAreSeen() throws IOException {
    assertThat(with(lines -> Collections.swap(lines, 2, 3)))
        .isEqualTo(new Broken(3, "entry 4 stands in place of entry 3, which comes later"));
  }

  @Test
  void anEntryWrittenAnewWithItsHashIsSeenByTheNext() throws IOException {
    JournalLine second = JournalLine.parse(Files.readAllLines(file).get(1)).orElseThrow();
    String forged =
        JournalLine.after(
                second.head(),
                NOW.instant(),
                "bridge-1",
                "c-1",
                new PaymentEnded(new PaymentId("p-3"), "declined", ""))
            .text();

    assertThat(with(lines -> lines.set(2, forged)))
        .isEqualTo(new Broken(4, "entry 4 does not follow this entry 3"));
  }

  @Test
  void aTornEndIsSeen() throws IOException {
    Files.writeString(file, Files.readString(file) + "{\"seq\":7");

    assertThat(JournalVerifier.verify(file)).isEqualTo(new Broken(7, "is torn: it has no end"));
  }

  @Test
  void whatIsNoEntryIsSeen() throws IOException {
    for (String other : List.of("", "null", "{}", "{\"seq\":5}", "[]", "\0\0")) {
      assertThat(with(lines -> lines.set(4, other)))
          .as(other)
          .isEqualTo(new Broken(5, "is no journal entry"));
    }
  }

  @Test
  void dataTakenOutLeavesTheChainWhole() throws IOException {
    assertThat(
            with(
                lines ->
                    lines.set(2, lines.get(2).replaceFirst("\"data\":\\{.*?}", "\"data\":null"))))
        .isEqualTo(new Intact(6, 1));
  }

  private Verdict with(Consumer<List<String>> change) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    change.accept(lines);
    Files.writeString(file, String.join("\n", lines) + "\n");
    return JournalVerifier.verify(file);
  }
}
