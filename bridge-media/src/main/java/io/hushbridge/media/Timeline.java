package io.hushbridge.media;

import io.hushbridge.media.rtp.Sequence;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The numbers of one outgoing RTP stream: one SSRC for its life, sequence without a break,
/// timestamps that never go back, whoever is heard on it (RFC 3550 §5.1).
///
/// A source that is followed keeps its own spacing: its numbers are shifted by an offset, so loss,
/// order and DTX gaps stay visible. Where the source changes (a splice, or a jump inside it), the
/// stream goes on with the next sequence number, the last timestamp plus the time since, and the
/// marker set. Event loop only.
final class Timeline {
  private static final int MAX_DROPOUT = 3000;
  private static final int MAX_MISORDER = 100;
  private static final int JUMP = 16_000;
  private static final Object OWN_SOUND = new Object();
  private static final Object OWN_KEYS = new Object();

  private final int ssrc;
  private int sequence;
  private int timestamp;
  private int soundEnd;
  private long timestampNanos;
  private boolean started;

  private @Nullable Object source;
  private int sourceSsrc;
  private int sourceSequence;
  private int sourceTimestamp;
  private long sourceNanos;
  private int sequenceOffset;
  private int timestampOffset;
  private int sinceSplice;

  Timeline(RandomGenerator random) {
    ssrc = random.nextInt();
    sequence = random.nextInt(1 << 16);
    timestamp = random.nextInt();
    soundEnd = timestamp;
  }

  /// The numbers of one packet to send.
  record Stamp(boolean marker, int sequence, int timestamp, int ssrc) {}

  /// A packet to be followed, by the numbers it came with.
  ///
  /// @param source whom the listener hears; another one is a splice
  /// @param samples what it carries: for an event the duration so far
  /// @param event whether it is a telephone-event, whose timestamp stands still
  record Heard(
      Object source,
      boolean marker,
      int sequence,
      int timestamp,
      int ssrc,
      int samples,
      boolean event) {}

  /// Numbers for a packet that is relayed; null for one from before the last splice.
  @Nullable Stamp follow(Heard heard, long nowNanos) {
    boolean splice = isSplice(heard, nowNanos);
    if (splice) {
      splice(heard, nowNanos);
    }
    int ahead = Sequence.distance(sourceSequence, heard.sequence());
    if (-ahead >= sinceSplice && !splice) {
      return null;
    }
    if (ahead > 0 || splice) {
      sourceSequence = heard.sequence();
      sequence = (heard.sequence() + sequenceOffset) & 0xFFFF;
      sinceSplice = Math.min(sinceSplice + Math.max(ahead, 1), MAX_MISORDER);
    }
    if (!heard.event() && (ahead > 0 || splice)) {
      sourceTimestamp = heard.timestamp();
      sourceNanos = nowNanos;
    }
    int mapped = heard.timestamp() + timestampOffset;
    sent(mapped, heard.samples(), nowNanos);
    return new Stamp(
        heard.marker() || splice, (heard.sequence() + sequenceOffset) & 0xFFFF, mapped, ssrc);
  }

  /// Numbers for the next packet of our own sound (silence, a prompt).
  Stamp sound(int samples, long nowNanos) {
    boolean splice = source != OWN_SOUND;
    int at = splice ? resumed(nowNanos) : soundEnd;
    source = OWN_SOUND;
    return own(splice, at, samples, nowNanos);
  }

  /// Numbers for a packet of a key of our own: all packets of a key share the first one's
  /// timestamp.
  ///
  /// @param first whether a new key begins
  /// @param duration of the key so far, in samples
  Stamp key(boolean first, int duration, long nowNanos) {
    int at = first ? resumed(nowNanos) : timestamp;
    source = OWN_KEYS;
    return own(first, at, duration, nowNanos);
  }

  private Stamp own(boolean marker, int at, int samples, long nowNanos) {
    sequence = Sequence.next(sequence);
    sent(at, samples, nowNanos);
    return new Stamp(marker, sequence, at, ssrc);
  }

  private boolean isSplice(Heard heard, long nowNanos) {
    if (heard.source() != source || heard.ssrc() != sourceSsrc) {
      return true;
    }
    int ahead = Sequence.distance(sourceSequence, heard.sequence());
    if (ahead > MAX_DROPOUT || ahead < -MAX_MISORDER) {
      return true;
    }
    long elapsed = (nowNanos - sourceNanos) / SampleClock.NANOS_PER_SAMPLE;
    long passed = Sequence.samples(sourceTimestamp, heard.timestamp());
    return !heard.event() && Math.abs(passed - elapsed) > JUMP;
  }

  private void splice(Heard heard, long nowNanos) {
    source = heard.source();
    sourceSsrc = heard.ssrc();
    sourceSequence = heard.sequence();
    sourceTimestamp = heard.timestamp();
    sourceNanos = nowNanos;
    sequenceOffset = Sequence.next(sequence) - heard.sequence();
    timestampOffset = resumed(nowNanos) - heard.timestamp();
    sinceSplice = 0;
  }

  /// Where the stream goes on after somebody else's sound.
  private int resumed(long nowNanos) {
    if (!started) {
      return timestamp;
    }
    int elapsed = (int) ((nowNanos - timestampNanos) / SampleClock.NANOS_PER_SAMPLE);
    int byClock = timestamp + elapsed;
    return Sequence.samples(soundEnd, byClock) > 0 ? byClock : soundEnd;
  }

  private void sent(int at, int samples, long nowNanos) {
    if (!started || Sequence.samples(timestamp, at) > 0) {
      timestamp = at;
      timestampNanos = nowNanos;
    }
    if (!started || Sequence.samples(soundEnd, at + samples) > 0) {
      soundEnd = at + samples;
    }
    started = true;
  }
}
