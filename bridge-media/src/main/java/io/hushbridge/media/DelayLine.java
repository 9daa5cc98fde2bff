package io.hushbridge.media;

import io.hushbridge.media.dtmf.ToneSpotter;
import java.util.ArrayDeque;
import java.util.function.Predicate;

/// Keeps audio back until enough of what came after it has been inspected for keys.
///
/// A frame leaves when 120 ms of later *audio* has been inspected, counted in samples, never by the
/// clock: lost or late packets make the line wait, not leak. If no audio has come for 500 ms, the
/// frames that are followed by less than 60 ms leave as silence and the others as they are; a tone
/// is recognised within 40 ms, so no unseen one can be among those. Event loop only.
final class DelayLine {
  private static final int LOOK_AHEAD = ToneSpotter.LOOK_AHEAD_SAMPLES;
  private static final int SURE = 480;
  private static final long STALLED_NANOS = 500_000_000;

  private final ArrayDeque<Frame> frames = new ArrayDeque<>();
  private final Predicate<Frame> keySounds;
  private final Outlet outlet;
  private int samples;
  private long lastNanos;

  /// Where frames leave to.
  @FunctionalInterface
  interface Outlet {
    /// Takes a frame that the line lets go.
    ///
    /// @param frame wiped after the call
    /// @param silenced whether the frame was made silent
    void leave(Frame frame, boolean silenced, long nowNanos);
  }

  /// An empty line.
  ///
  /// @param keySounds whether a key sounds in a frame, as far as is known when it is to leave
  DelayLine(Predicate<Frame> keySounds, Outlet outlet) {
    this.keySounds = keySounds;
    this.outlet = outlet;
  }

  /// Takes a copy of an inspected frame, later than all before it.
  void take(Frame frame, long nowNanos) {
    frames.addLast(frame.copy());
    samples += frame.samples();
    lastNanos = nowNanos;
    while (samples - frames.getFirst().samples() >= LOOK_AHEAD) {
      release(nowNanos);
    }
  }

  void tick(long nowNanos) {
    if (!frames.isEmpty() && nowNanos - lastNanos >= STALLED_NANOS) {
      drain(nowNanos);
    }
  }

  /// Lets all frames go, the last 60 ms as silence: no more audio is to come.
  void drain(long nowNanos) {
    while (!frames.isEmpty()) {
      release(nowNanos);
    }
  }

  /// Forgets all frames.
  ///
  /// @return how many
  int clear() {
    int forgotten = frames.size();
    frames.forEach(Frame::wipe);
    frames.clear();
    samples = 0;
    return forgotten;
  }

  private void release(long nowNanos) {
    Frame frame = frames.removeFirst();
    samples -= frame.samples();
    boolean silenced = samples < SURE || keySounds.test(frame);
    if (silenced) {
      frame.silence();
    }
    outlet.leave(frame, silenced, nowNanos);
    frame.wipe();
  }
}
