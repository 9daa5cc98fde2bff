package io.hushbridge.media;

/// Knows the event packets that repeat a press told by SIP INFO. That press was passed on already;
/// its packets must not follow, or the listener would count it twice. Event loop only.
final class InfoEcho {
  private static final long WINDOW_NANOS = 200_000_000;

  private int key = -1;
  private long untilNanos;
  private boolean found;
  private int ssrc;
  private int timestamp;

  /// A press was passed on.
  void expect(int key, long nowNanos) {
    this.key = key;
    untilNanos = nowNanos + WINDOW_NANOS;
  }

  /// An event that begins a press which was counted before, by whatever way.
  void mayBe(int ssrc, int timestamp, int key, long nowNanos) {
    if (key == this.key && nowNanos - untilNanos < 0) {
      found = true;
      this.ssrc = ssrc;
      this.timestamp = timestamp;
    }
  }

  boolean is(int ssrc, int timestamp) {
    return found && ssrc == this.ssrc && timestamp == this.timestamp;
  }
}
