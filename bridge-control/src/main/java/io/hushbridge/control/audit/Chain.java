package io.hushbridge.control.audit;

import io.hushbridge.control.audit.JournalLine.Head;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Follows the chain, a line at a time.
final class Chain {
  private @Nullable Head head;
  private long emptied;

  /// A chain from a journal's first line.
  static Chain fromTheStart() {
    var chain = new Chain();
    chain.head = Head.START;
    return chain;
  }

  /// A chain whose first line is believed, because what came before is not at hand.
  static Chain fromTheMiddle() {
    return new Chain();
  }

  /// Why a line does not belong where it stands.
  ///
  /// @param missing the number of the entry that should stand here; 0 where that is not the matter
  record Wrong(String why, long missing) {}

  /// Takes one line on, or tells what is wrong with it.
  Optional<Wrong> follow(String text) {
    Optional<JournalLine> parsed = JournalLine.parse(text);
    if (parsed.isEmpty()) {
      return Optional.of(new Wrong("is no journal entry", 0));
    }
    JournalLine line = parsed.get();
    long seq = line.seq();
    if (!line.text().equals(text) || !line.holdsWhatWasWritten()) {
      return Optional.of(new Wrong("entry %d was changed".formatted(seq), 0));
    }
    if (head != null && seq != head.seq() + 1) {
      long missing = head.seq() + 1;
      return Optional.of(
          new Wrong("entry %d stands in place of entry %d".formatted(seq, missing), missing));
    }
    if (head != null && !line.prev().equals(head.hash())) {
      return Optional.of(
          new Wrong("entry %d does not follow this entry %d".formatted(seq, head.seq()), 0));
    }
    head = line.head();
    emptied += line.emptied() ? 1 : 0;
    return Optional.empty();
  }

  /// Where the chain has come to; empty in the middle, before the first line.
  Optional<Head> head() {
    return Optional.ofNullable(head);
  }

  /// Lines whose data was taken out.
  long emptied() {
    return emptied;
  }
}
