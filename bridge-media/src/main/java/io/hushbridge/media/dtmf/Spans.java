package io.hushbridge.media.dtmf;

/// The latest stretches of audio that hold a tone: a small ring, the oldest forgotten first.
/// Positions are in samples; `to` is the first sample behind a stretch.
final class Spans {
  private static final int CAPACITY = 32;
  private final long[] from = new long[CAPACITY];
  private final long[] to = new long[CAPACITY];
  private int count;

  void clear() {
    count = 0;
  }

  /// Adds a stretch, or widens the latest where the two meet.
  void add(long fromSample, long toSample) {
    int latest = latest();
    if (count > 0 && fromSample <= to[latest]) {
      from[latest] = Math.min(from[latest], fromSample);
      to[latest] = Math.max(to[latest], toSample);
      return;
    }
    count++;
    from[latest()] = fromSample;
    to[latest()] = toSample;
  }

  /// End of the latest stretch; before everything while there is none.
  long end() {
    return count == 0 ? Long.MIN_VALUE : to[latest()];
  }

  boolean touch(long fromSample, long toSample) {
    for (int i = Math.min(count, CAPACITY) - 1; i >= 0; i--) {
      if (from[i] < toSample && fromSample < to[i]) {
        return true;
      }
    }
    return false;
  }

  private int latest() {
    return Math.floorMod(count - 1, CAPACITY);
  }
}
