package io.hushbridge.media;

import org.jspecify.annotations.Nullable;

/// One speaker's track of a fork: a gate, behind it a delay line, behind that the recorder.
///
/// The gate is open while the wiring taps the speaker *and* the recorder takes sound. It is closed
/// until told otherwise, and whatever waits in the line when it moves is forgotten: nothing said on
/// one side of the gate is heard on the other. Event loop only.
final class Track implements Tap {
  private final PortName speaker;
  private final ForkTally tally;
  private final Verdicts verdicts;
  private final DelayLine.Outlet recorder;
  private @Nullable KeyWatch talker;
  private @Nullable DelayLine line;
  private boolean tapped;
  private boolean taken;

  /// @param taken whether the recorder takes sound from the start
  Track(
      PortName speaker,
      ForkTally tally,
      Verdicts verdicts,
      DelayLine.Outlet recorder,
      boolean taken) {
    this.speaker = speaker;
    this.tally = tally;
    this.verdicts = verdicts;
    this.recorder = recorder;
    this.taken = taken;
  }

  PortName speaker() {
    return speaker;
  }

  /// The talker behind the speaker's name: a port that opened, another one, or none any more.
  void follow(@Nullable KeyWatch next, long nowNanos) {
    if (next == talker) {
      return;
    }
    end(nowNanos);
    talker = next;
    line = next == null ? null : new DelayLine(next::touches, this::leave);
  }

  /// No more is to come: what waits leaves as the line sees fit.
  void end(long nowNanos) {
    if (line != null) {
      line.drain(nowNanos);
    }
  }

  /// Whether the wiring in force taps the speaker.
  void tapped(boolean now) {
    boolean wasOpen = open();
    tapped = now;
    forgetIfMoved(wasOpen);
  }

  /// Whether the recorder takes sound.
  void taken(boolean now) {
    boolean wasOpen = open();
    taken = now;
    forgetIfMoved(wasOpen);
  }

  private boolean open() {
    return tapped && taken;
  }

  private void forgetIfMoved(boolean wasOpen) {
    if (wasOpen != open() && line != null) {
      withhold(line.clear());
    }
  }

  @Override
  public void take(Frame frame, long nowNanos) {
    if (open() && line != null) {
      line.take(frame, nowNanos);
    } else {
      withhold(1);
    }
  }

  /// Events go to no recorder; they count as withheld where the gate was in their way.
  @Override
  public void keyWithheld() {
    if (!open()) {
      withhold(1);
    }
  }

  @Override
  public void tick(long nowNanos) {
    if (line != null) {
      line.tick(nowNanos);
    }
  }

  private void withhold(long packets) {
    tally.withheld(packets);
    verdicts.add(Verdict.GATED, packets);
  }

  private void leave(Frame frame, boolean silenced, long nowNanos) {
    tally.left(silenced);
    recorder.leave(frame, silenced, nowNanos);
  }
}
