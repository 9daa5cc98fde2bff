package io.hushbridge.media;

import io.hushbridge.media.rtp.Sequence;
import io.netty.buffer.Unpooled;

/// One listener hears one talker without the keys, 120 ms late. Made anew for each wiring, so that
/// nothing said under one wiring is heard under the next. Event loop only.
final class MaskedHearing implements Tap {
  private final Verdicts verdicts;
  private final Egress listener;
  private final DelayLine line;
  private int sequence;

  MaskedHearing(KeyWatch talker, Egress listener, Verdicts verdicts) {
    this.verdicts = verdicts;
    this.listener = listener;
    line = new DelayLine(talker::touches, this::leave);
  }

  @Override
  public void take(Frame frame, long nowNanos) {
    verdicts.count(Verdict.DELAYED);
    line.take(frame, nowNanos);
  }

  @Override
  public void keyWithheld() {
    verdicts.count(Verdict.MASKED);
  }

  @Override
  public void tick(long nowNanos) {
    line.tick(nowNanos);
  }

  /// Forgets what has not left.
  void clear() {
    line.clear();
  }

  /// The line's output is a source of its own: taken-out events leave no hole in its numbers.
  private void leave(Frame frame, boolean silenced, long nowNanos) {
    sequence = Sequence.next(sequence);
    var heard =
        new Timeline.Heard(
            this, false, sequence, (int) frame.position(), 0, frame.samples(), false);
    verdicts.count(
        listener.audio(heard, frame.codec(), Unpooled.wrappedBuffer(frame.payload()), nowNanos));
  }
}
