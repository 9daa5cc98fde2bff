package io.hushbridge.media;

import io.hushbridge.media.rtp.Sequence;

/// Places one talker's RTP timestamps on the call's time line: samples at 8 kHz since the call
/// began. Anchored by arrival, then by timestamp; anchored anew where SSRC or timestamps jump, and
/// never backwards. Event loop only.
final class SampleClock {
  static final long NANOS_PER_SAMPLE = 125_000;
  private static final int JUMP = 8000;

  private final long bornNanos;
  private boolean anchored;
  private int ssrc;
  private int anchorTimestamp;
  private long anchorPosition;
  private long end;

  SampleClock(long bornNanos) {
    this.bornNanos = bornNanos;
  }

  /// Samples since the call began.
  long at(long nowNanos) {
    return (nowNanos - bornNanos) / NANOS_PER_SAMPLE;
  }

  /// Position of the first of `samples` samples of audio.
  long place(int ssrc, int timestamp, int samples, long nowNanos) {
    long arrived = at(nowNanos);
    if (!anchored || ssrc != this.ssrc || jumped(timestamp, arrived)) {
      this.ssrc = ssrc;
      anchorPosition = Math.max(end, arrived);
      anchored = true;
    } else {
      anchorPosition += Sequence.samples(anchorTimestamp, timestamp);
    }
    anchorTimestamp = timestamp;
    end = Math.max(end, anchorPosition + samples);
    return anchorPosition;
  }

  /// Position where an event of `duration` samples began. Moves nothing: some peers send events on
  /// another SSRC or another clock than their audio; those are placed by arrival.
  long locate(int ssrc, int timestamp, int duration, long nowNanos) {
    long arrived = at(nowNanos);
    if (anchored && ssrc == this.ssrc && !jumped(timestamp + duration, arrived)) {
      return anchorPosition + Sequence.samples(anchorTimestamp, timestamp);
    }
    return arrived - duration;
  }

  private boolean jumped(int timestamp, long arrived) {
    long expected = anchorPosition + Sequence.samples(anchorTimestamp, timestamp);
    return Math.abs(expected - arrived) > JUMP;
  }
}
