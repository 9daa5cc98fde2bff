package io.hushbridge.media;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Puts a talker's audio in order before it is searched for tones: a detector that is shown packets
/// in the wrong order finds no tone. A frame in its place passes at once, one that comes early
/// waits until those before it have come or three wait, one that comes too late is left out. Event
/// loop only.
final class InOrder {
  private static final int ROOM = 3;

  private final PriorityQueue<Frame> early =
      new PriorityQueue<>(Comparator.comparingLong(Frame::position));
  private long expected = Long.MIN_VALUE;

  void take(Frame frame) {
    if (frame.position() >= expected) {
      early.add(frame);
    } else {
      frame.wipe();
    }
  }

  /// The next frame in order, or null where there is none yet.
  @Nullable Frame next() {
    Frame first = early.peek();
    boolean due =
        first != null
            && (first.position() <= expected || expected == Long.MIN_VALUE || early.size() > ROOM);
    if (!due) {
      return null;
    }
    expected = Math.max(expected, first.end());
    return early.poll();
  }

  void clear() {
    early.forEach(Frame::wipe);
    early.clear();
  }
}
