package io.hushbridge.media;

import java.util.ArrayDeque;
import java.util.Iterator;

/// Where on the time line a talker's keys sounded: audio that these places touch leaves no delay
/// line but as silence. Event loop only.
final class KeyShadow {
  private static final int KEPT = 32;

  private final ArrayDeque<Span> spans = new ArrayDeque<>();

  /// Adds `[from, to)`, joined with what it touches.
  void cast(long from, long to) {
    Span joined = new Span(from, to);
    for (Iterator<Span> known = spans.iterator(); known.hasNext(); ) {
      Span span = known.next();
      if (span.touches(joined.from, joined.to)) {
        joined = joined.with(span);
        known.remove();
      }
    }
    spans.addLast(joined);
    if (spans.size() > KEPT) {
      spans.removeFirst();
    }
  }

  boolean touches(Frame frame) {
    for (Span span : spans) {
      if (span.touches(frame.position(), frame.end())) {
        return true;
      }
    }
    return false;
  }

  private record Span(long from, long to) {
    boolean touches(long otherFrom, long otherTo) {
      return from < otherTo && otherFrom < to;
    }

    Span with(Span other) {
      return new Span(Math.min(from, other.from), Math.max(to, other.to));
    }
  }
}
