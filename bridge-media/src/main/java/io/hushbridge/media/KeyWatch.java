package io.hushbridge.media;

import io.hushbridge.media.dtmf.KeyReceiver;
import io.hushbridge.media.dtmf.TelephoneEvent;
import io.netty.buffer.ByteBuf;

/// Watches one talker for keys, counts each press once, and casts their shadow on the time line. It
/// tells that keys were pressed and how many, never which. Event loop only.
final class KeyWatch {
  private static final int BEFORE = 480;
  private static final int AFTER = 800;
  private static final long TELL_AGAIN_NANOS = 100_000_000;

  private final PortName port;
  private final SampleClock clock;
  private final KeyShadow shadow;
  private final MediaEvents events;
  private final KeyReceiver receiver = new KeyReceiver();

  private long presses;
  private long toldNanos;

  KeyWatch(PortName port, SampleClock clock, KeyShadow shadow, MediaEvents events) {
    this.port = port;
    this.clock = clock;
    this.shadow = shadow;
    this.events = events;
  }

  /// A telephone-event packet.
  void event(int ssrc, int timestamp, ByteBuf payload, long nowNanos) {
    TelephoneEvent.eachOf(
        payload.nioBuffer(),
        timestamp,
        (start, event) -> {
          int duration = event.durationUnits();
          long position = clock.locate(ssrc, start, duration, nowNanos);
          shadow.cast(position - BEFORE, position + duration + AFTER);
          if (event.isKey()) {
            heard(receiver.heard(ssrc, start, event, nowNanos), nowNanos);
          }
        });
  }

  /// A stretch of audio, in order.
  void audio(Frame frame, long nowNanos) {}

  /// A key that came by SIP INFO.
  ///
  /// @return whether it is a new press, not one that was heard already
  boolean pressed(int event, long nowNanos) {
    heard(true, nowNanos);
    return true;
  }

  private void heard(boolean press, long nowNanos) {
    if (press) {
      presses++;
    }
    if (press || nowNanos - toldNanos >= TELL_AGAIN_NANOS) {
      toldNanos = nowNanos;
      events.happened(new MediaEvent.KeyHeard(port, presses));
    }
  }
}
