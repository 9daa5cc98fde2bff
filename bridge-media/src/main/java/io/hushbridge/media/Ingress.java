package io.hushbridge.media;

import io.hushbridge.media.Timeline.Heard;
import io.hushbridge.media.dtmf.TelephoneEvent;
import io.hushbridge.media.rtp.Codec;
import io.hushbridge.media.rtp.RtpHeader;
import io.hushbridge.media.sdp.Stream;
import io.netty.buffer.ByteBuf;
import java.net.InetSocketAddress;

/// Everything that comes in at a port: judged, then given to whoever may have it. Those who hear
/// the talker as he is get a packet at once; forks and masked hearings get it after inspection,
/// through their delay lines. This is the only place where a packet meets a wiring. Event loop
/// only.
final class Ingress {
  private final PortName port;
  private final Verdicts verdicts;
  private final MediaEvents events;
  private final Latch latch;
  private final Agreement agreement = new Agreement();
  private final SampleClock clock;
  private final KeyWatch keys;
  private final InOrder inOrder = new InOrder();

  private Routes routes = Routes.NONE;
  private boolean spoke;

  Ingress(PortName port, Latch latch, SampleClock clock, Verdicts verdicts, MediaEvents events) {
    this.port = port;
    this.latch = latch;
    this.clock = clock;
    this.verdicts = verdicts;
    this.events = events;
    keys = new KeyWatch(port, clock, events);
  }

  void connect(Stream agreed, long nowNanos) {
    latch.expect(agreed.remote(), nowNanos);
    agreement.change(agreed, nowNanos);
  }

  /// Who takes this talker's packets from now on. What waits to be put in order is forgotten: it
  /// was said under the wiring before.
  void route(Routes routes) {
    this.routes.maskedHearings().forEach(MaskedHearing::clear);
    inOrder.clear();
    this.routes = routes;
  }

  KeyWatch keys() {
    return keys;
  }

  /// A datagram on the RTP port. SRTP's unprotect belongs between latch and payload type.
  void received(ByteBuf packet, InetSocketAddress from, long nowNanos) {
    if (RtpHeader.looksLikeRtcp(packet)) {
      verdicts.count(Verdict.RTCP);
      return;
    }
    RtpHeader header = RtpHeader.parse(packet);
    Stream stream = agreement.stream();
    if (header == null || header.payloadLength() == 0) {
      verdicts.count(Verdict.MALFORMED);
    } else if (stream == null) {
      verdicts.count(Verdict.NOT_CONNECTED);
    } else if (!latch.admits(from, header, nowNanos)) {
      verdicts.count(Verdict.STRANGER);
    } else if (!stream.receive()) {
      verdicts.count(Verdict.ON_HOLD);
    } else {
      admitted(header, packet, nowNanos);
    }
  }

  private void admitted(RtpHeader header, ByteBuf packet, long nowNanos) {
    ByteBuf payload =
        packet.slice(packet.readerIndex() + header.payloadStart(), header.payloadLength());
    Codec codec = agreement.codec(header.payloadType(), nowNanos);
    if (codec != null) {
      audio(header, codec, payload, nowNanos);
    } else if (agreement.isEvent(header.payloadType(), nowNanos)) {
      event(header, payload, nowNanos);
    } else {
      verdicts.count(Verdict.UNKNOWN_PAYLOAD);
    }
  }

  private void audio(RtpHeader header, Codec codec, ByteBuf payload, long nowNanos) {
    if (!spoke) {
      spoke = true;
      events.happened(new MediaEvent.FirstAudio(port));
    }
    int samples = payload.readableBytes();
    Heard heard = heard(header, samples, false);
    for (Egress hearer : routes.hearers()) {
      verdicts.count(hearer.audio(heard, codec, payload, nowNanos));
    }
    countUnheard();
    long position = clock.place(header.ssrc(), header.timestamp(), samples, nowNanos);
    inOrder.take(Frame.of(position, codec, payload));
    for (Frame frame = inOrder.next(); frame != null; frame = inOrder.next()) {
      inspected(frame, nowNanos);
    }
  }

  private void inspected(Frame frame, long nowNanos) {
    keys.audio(frame, nowNanos);
    for (Tap tap : routes.taps()) {
      tap.take(frame, nowNanos);
    }
    frame.wipe();
  }

  private void event(RtpHeader header, ByteBuf payload, long nowNanos) {
    if (payload.readableBytes() < TelephoneEvent.BYTES) {
      verdicts.count(Verdict.MALFORMED);
      return;
    }
    boolean echo = keys.event(header.ssrc(), header.timestamp(), payload, nowNanos);
    int duration = payload.getUnsignedShort(payload.readerIndex() + 2);
    Heard heard = heard(header, duration, true);
    for (Egress hearer : routes.hearers()) {
      verdicts.count(echo ? Verdict.REPEATED : hearer.event(heard, payload, nowNanos));
    }
    countUnheard();
    for (Tap tap : routes.taps()) {
      tap.keyWithheld();
    }
  }

  /// A key that came by SIP INFO.
  void pressed(int event, long nowNanos) {
    if (keys.pressed(event, nowNanos)) {
      for (Egress hearer : routes.hearers()) {
        hearer.passOn(event);
      }
    }
  }

  private void countUnheard() {
    if (routes.heardByNobody()) {
      verdicts.count(Verdict.NOT_HEARD);
    }
  }

  private Heard heard(RtpHeader header, int samples, boolean event) {
    return new Heard(
        this,
        header.marker(),
        header.sequence(),
        header.timestamp(),
        header.ssrc(),
        samples,
        event);
  }

  void tick(long nowNanos) {
    for (Tap tap : routes.taps()) {
      tap.tick(nowNanos);
    }
  }
}
