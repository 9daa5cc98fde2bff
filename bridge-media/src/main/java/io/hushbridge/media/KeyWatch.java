package io.hushbridge.media;

import io.hushbridge.media.dtmf.KeyCounter;
import io.hushbridge.media.dtmf.KeyCounter.Source;
import io.hushbridge.media.dtmf.KeyReceiver;
import io.hushbridge.media.dtmf.TelephoneEvent;
import io.hushbridge.media.dtmf.ToneSpotter;
import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/// Watches one talker for keys: telephone events, tones in the audio, SIP INFO. It knows where on
/// the time line keys sound, and tells that they were pressed and how many, never which. Event loop
/// only.
final class KeyWatch {
  /// Margins around an event: a gateway lets some tone through before it sends an event instead,
  /// and the next packet of an event may be lost.
  private static final int BEFORE = 480;

  private static final int AFTER = 800;

  private static final long TELL_AGAIN_NANOS = 100_000_000;
  private static final int LONGEST_FRAME = 2048;

  private final PortName port;
  private final SampleClock clock;
  private final MediaEvents events;
  private final KeyShadow shadow = new KeyShadow();
  private final KeyReceiver receiver = new KeyReceiver();
  private final ToneSpotter spotter = new ToneSpotter(this::toneCounted);
  private final KeyCounter counter = new KeyCounter();
  private final InfoEcho echo = new InfoEcho();
  private final short[] pcm = new short[LONGEST_FRAME];

  private long nowNanos;
  private long toldNanos;
  private boolean toneSounds;

  KeyWatch(PortName port, SampleClock clock, MediaEvents events) {
    this.port = port;
    this.clock = clock;
    this.events = events;
  }

  /// Whether a key sounds in any part of a frame. The last word once 120 ms behind it have been
  /// heard.
  boolean touches(Frame frame) {
    return shadow.touches(frame) || spotter.touches(frame.position(), frame.end());
  }

  /// A telephone-event packet.
  ///
  /// @return whether it is an echo: of a press that SIP INFO told before
  boolean event(int ssrc, int timestamp, ByteBuf payload, long nowNanos) {
    TelephoneEvent.eachOf(
        payload.nioBuffer(), timestamp, (start, event) -> event(ssrc, start, event, nowNanos));
    return echo.is(ssrc, timestamp);
  }

  private void event(int ssrc, int start, TelephoneEvent event, long nowNanos) {
    int duration = event.durationUnits();
    long position = clock.locate(ssrc, start, duration, nowNanos);
    shadow.cast(position - BEFORE, position + duration + AFTER);
    if (!event.isKey()) {
      return;
    }
    boolean press = receiver.heard(ssrc, start, event, nowNanos);
    boolean counts = press && counter.press(Source.EVENT, event.event(), nowNanos);
    if (press && !counts) {
      echo.mayBe(ssrc, start, event.event(), nowNanos);
    }
    tell(counts, nowNanos);
  }

  /// The talker's next audio, in order.
  void audio(Frame frame, long nowNanos) {
    this.nowNanos = nowNanos;
    frame.decode(pcm);
    spotter.hear(frame.position(), pcm, frame.samples());
    Arrays.fill(pcm, 0, frame.samples(), (short) 0);
    toneSounds = toneSounds && spotter.touches(frame.position(), frame.end());
    if (toneSounds) {
      tell(false, nowNanos);
    }
  }

  private void toneCounted(int key) {
    toneSounds = true;
    tell(counter.press(Source.TONE, key, nowNanos), nowNanos);
  }

  /// A key that came by SIP INFO.
  ///
  /// @return whether it is a new press, not one that was heard already
  boolean pressed(int key, long nowNanos) {
    boolean counts = counter.press(Source.INFO, key, nowNanos);
    if (counts) {
      echo.expect(key, nowNanos);
    }
    tell(counts, nowNanos);
    return counts;
  }

  private void tell(boolean press, long nowNanos) {
    if (press || nowNanos - toldNanos >= TELL_AGAIN_NANOS) {
      toldNanos = nowNanos;
      events.happened(new MediaEvent.KeyHeard(port, counter.presses()));
    }
  }
}
