package io.hushbridge.media;

import io.hushbridge.media.Timeline.Heard;
import io.hushbridge.media.Timeline.Stamp;
import io.hushbridge.media.Wiring.Hearing;
import io.hushbridge.media.dtmf.KeySender;
import io.hushbridge.media.dtmf.TelephoneEvent;
import io.hushbridge.media.rtp.Codec;
import io.hushbridge.media.rtp.Prompt;
import io.hushbridge.media.sdp.Stream;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a port sends to its peer: keys before a prompt, a prompt before what the wiring has it
/// hear, silence where it hears nobody. One RTP stream through all of it. Event loop only.
final class Egress {
  private static final int FRAME = 160;

  /// Ten seconds of presses; who sends more in advance is no caller at a keypad.
  private static final int MOST_PRESSES = 64;

  private final PortName port;
  private final RtpSender sender;
  private final Timeline timeline;
  private final MediaEvents events;
  private final ArrayDeque<KeyRun> keys = new ArrayDeque<>();

  private @Nullable Stream agreed;
  private @Nullable Playing prompt;
  private Optional<Hearing> hearing = Optional.empty();

  Egress(PortName port, RtpSender sender, Timeline timeline, MediaEvents events) {
    this.port = port;
    this.sender = sender;
    this.timeline = timeline;
    this.events = events;
  }

  void connect(Stream stream) {
    agreed = stream;
  }

  /// Whom the wiring has this port hear. Where that changes, presses still to be passed on are
  /// forgotten: they were made under the wiring before, and nobody may hear them under the next.
  void hears(Optional<Hearing> next) {
    if (!next.equals(hearing)) {
      hearing = next;
      keys.removeIf(run -> !run.told());
    }
  }

  void sendKeys(KeyRun run) {
    keys.addLast(run);
  }

  /// Sends one key that somebody whom this port hears has pressed without sound.
  void passOn(int event) {
    if (keys.size() < MOST_PRESSES) {
      keys.addLast(KeyRun.ofPress(event));
    }
  }

  void play(Prompt next) {
    prompt = new Playing(next);
  }

  void stopPrompt() {
    prompt = null;
  }

  /// A packet of audio from somebody whom this port hears.
  Verdict audio(Heard heard, Codec codec, ByteBuf payload, long nowNanos) {
    Stream stream = agreed;
    if (stream == null) {
      return Verdict.NOT_CONNECTED;
    }
    if (codec != stream.codec()) {
      return Verdict.OTHER_CODEC;
    }
    return relay(stream, heard, stream.codecPayloadType(), payload, nowNanos);
  }

  /// A key event from somebody whom this port hears.
  Verdict event(Heard heard, ByteBuf payload, long nowNanos) {
    Stream stream = agreed;
    if (stream == null) {
      return Verdict.NOT_CONNECTED;
    }
    if (!stream.hasEvents()) {
      return Verdict.NO_EVENTS;
    }
    return relay(stream, heard, stream.eventPayloadType(), payload, nowNanos);
  }

  private Verdict relay(
      Stream stream, Heard heard, int payloadType, ByteBuf payload, long nowNanos) {
    if (!stream.send()) {
      return Verdict.ON_HOLD;
    }
    if (prompt != null || keysSound()) {
      return Verdict.BUSY;
    }
    Stamp stamp = timeline.follow(heard, nowNanos);
    if (stamp == null) {
      return Verdict.LATE;
    }
    sender.send(stamp, payloadType, payload);
    return Verdict.FORWARDED;
  }

  private boolean keysSound() {
    KeyRun run = keys.peekFirst();
    return run != null && run.sounding();
  }

  /// Sends what is due of our own; every 20 ms.
  void tick(long nowNanos) {
    Stream stream = agreed;
    if (stream != null && stream.send()) {
      keysDue(stream, nowNanos);
    }
    if (keysSound()) {
      return;
    }
    if (prompt != null) {
      promptDue(prompt, stream, nowNanos);
    } else if (hearing.isEmpty() && stream != null && stream.send()) {
      byte[] silence = new byte[FRAME];
      Arrays.fill(silence, stream.codec().silence());
      send(stream, silence, nowNanos);
    }
  }

  private void keysDue(Stream stream, long nowNanos) {
    KeyRun run = keys.peekFirst();
    if (run == null || !stream.hasEvents()) {
      return;
    }
    for (Optional<KeySender.Send> due = run.next(nowNanos);
        due.isPresent();
        due = run.next(nowNanos)) {
      TelephoneEvent event = due.get().event();
      Stamp stamp = timeline.key(due.get().marker(), event.durationUnits(), nowNanos);
      sender.send(stamp, stream.eventPayloadType(), Unpooled.copyInt(event.encode()));
    }
    if (run.done()) {
      keys.removeFirst();
      if (run.told()) {
        events.happened(new MediaEvent.KeysSent(port));
      }
    }
  }

  /// A prompt goes on in time, and ends, also while its listener may not be sent to.
  private void promptDue(Playing playing, @Nullable Stream stream, long nowNanos) {
    byte[] frame = playing.next(FRAME, stream == null ? Codec.PCMU : stream.codec());
    if (stream != null && stream.send()) {
      send(stream, frame, nowNanos);
    }
    if (playing.done()) {
      prompt = null;
      events.happened(new MediaEvent.PromptEnded(port));
    }
  }

  private void send(Stream stream, byte[] frame, long nowNanos) {
    Stamp stamp = timeline.sound(FRAME, nowNanos);
    sender.send(stamp, stream.codecPayloadType(), Unpooled.wrappedBuffer(frame));
  }
}
