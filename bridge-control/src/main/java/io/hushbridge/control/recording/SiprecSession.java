package io.hushbridge.control.recording;

import io.hushbridge.control.call.CallEvent;
import io.hushbridge.control.call.PaymentId;
import io.hushbridge.media.MediaFailure;
import io.hushbridge.media.RtpFork;
import io.hushbridge.media.rtp.Codec;
import io.hushbridge.media.sdp.Direction;
import io.hushbridge.media.sdp.OfferAnswer.Identity;
import io.hushbridge.media.sdp.SdpFailure;
import io.hushbridge.sip.Dial;
import io.hushbridge.sip.Leg;
import io.hushbridge.sip.SipBody;
import io.hushbridge.sip.SipEvent;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One recording session with one recorder (RFC 7866; we are its client, the SRC). Flow thread
/// only.
///
/// What we want, recording or paused, is a state of this session and not a command: whichever offer
/// is answered, theirs or ours, is answered from it, so a recorder cannot resume itself. An offer
/// of ours that is still open when the wish changes is awaited, and the new wish offered then.
final class SiprecSession implements Recorder {
  private static final Logger log = LoggerFactory.getLogger(SiprecSession.class);
  private static final Duration RINGING = Duration.ofSeconds(10);
  private static final Map<String, String> REQUIRED = Map.of("Require", "siprec");
  private static final String WE_ARE_THE_CLIENT = "+sip.src";

  private final String name;
  private final RecordedCall recorded;
  private final SiprecDoor door;
  private final JournalledFork<RtpFork> fork;
  private final RecordedStreams streams;
  private final Leg leg;
  private RecordingMetadata metadata;
  private Direction wanted = Direction.SENDONLY;
  private Optional<String> openOffer;
  private boolean offerDue;
  private Optional<String> counterOffer = Optional.empty();
  private Optional<PaymentId> pausing = Optional.empty();
  private boolean over;

  private SiprecSession(
      RecordedCall recorded, SiprecTarget target, SiprecDoor door, RtpFork fork, Codec codec) {
    this.name = target.name();
    this.recorded = recorded;
    this.door = door;
    this.fork = new JournalledFork<>(fork, recorded.journal());
    this.streams =
        new RecordedStreams(
            fork, RecordedCall.SPEAKERS, codec, new Identity(door.random().nextLong(1L << 62), 0));
    this.metadata =
        RecordingMetadata.of(
            recorded.call(),
            streams.labels(),
            fork.local(RecordedCall.SPEAKERS.getFirst()).getAddress().getHostAddress(),
            door.clock().instant(),
            door.random());
    String offer = streams.offer(wanted);
    this.openOffer = Optional.of(offer);
    this.leg = door.dialler().dial(invite(target, offer), this::happened);
  }

  /// Invites a recorder.
  ///
  /// @throws MediaFailure where no ports are free for its streams
  /// @throws IllegalArgumentException where the target is no address to call
  static SiprecSession begin(
      RecordedCall recorded, SiprecTarget target, SiprecDoor door, Codec codec)
      throws MediaFailure {
    RtpFork fork = recorded.media().openRtpFork(target.name(), RecordedCall.SPEAKERS);
    try {
      return new SiprecSession(recorded, target, door, fork, codec);
    } catch (IllegalArgumentException uncallable) {
      fork.close();
      throw uncallable;
    }
  }

  private Dial invite(SiprecTarget target, String offer) {
    return new Dial(
        door.listener(),
        target.target(),
        "recording",
        withMetadata(offer),
        REQUIRED,
        WE_ARE_THE_CLIENT,
        Optional.empty(),
        RINGING);
  }

  private SipBody withMetadata(String sdp) {
    return Multipart.of("hush-%016x".formatted(door.random().nextLong()), sdp, metadata.xml());
  }

  /// Any thread.
  private void happened(SipEvent event) {
    recorded.inbox().accept(new CallEvent.Signalled(() -> over ? Optional.empty() : read(event)));
  }

  private Optional<CallEvent> read(SipEvent event) {
    return switch (event) {
      case SipEvent.Answered(SipBody body, _) -> answered(body);
      case SipEvent.Refused(int status, _) -> lost("refused with " + status);
      case SipEvent.ReofferAccepted(SipBody body) -> reofferAnswered(body);
      case SipEvent.ReofferRefused(int status) -> unmet("refused with " + status);
      case SipEvent.Reoffered(Optional<SipBody> offer, _) -> answer(offer);
      case SipEvent.Acknowledged(Optional<SipBody> body) -> acknowledged(body);
      case SipEvent.Ended(SipEvent.By by, _) -> lost("its leg was ended by " + by);
      case SipEvent.Progress _, SipEvent.Referred _ -> Optional.empty();
    };
  }

  private Optional<CallEvent> answered(SipBody body) {
    try {
      settle(body);
    } catch (SdpFailure unusable) {
      leg.hangUp(Map.of());
      return lost("answered unusably: " + unusable.getMessage());
    }
    offerIfDue();
    return Optional.empty();
  }

  private Optional<CallEvent> reofferAnswered(SipBody body) {
    boolean inactive;
    try {
      inactive = settle(body);
    } catch (SdpFailure unusable) {
      return unmet("answered unusably: " + unusable.getMessage());
    }
    if (offerDue) {
      offerIfDue();
      return Optional.empty();
    }
    if (pausing.isPresent() && !inactive) {
      return unmet("answered without inactive");
    }
    return paused();
  }

  /// Takes the answer to our open offer into force, unless another offer is about to overtake it.
  ///
  /// @return whether every stream is inactive
  private boolean settle(SipBody body) throws SdpFailure {
    String offer = openOffer.orElseThrow();
    openOffer = Optional.empty();
    String answer = sdpIn(body);
    if (!offerDue) {
      streams.agree(offer, answer);
    }
    return RecordedStreams.allInactive(answer);
  }

  /// Our re-INVITE did not get what it asked for.
  private Optional<CallEvent> unmet(String why) {
    openOffer = Optional.empty();
    if (offerDue) {
      offerIfDue();
      return Optional.empty();
    }
    if (pausing.isEmpty()) {
      log.warn("recorder {} does not resume: {}", name, why);
    }
    return endOfPausing(payment -> new CallEvent.RecorderRefused(payment, name, why));
  }

  private Optional<CallEvent> paused() {
    return endOfPausing(payment -> new CallEvent.RecorderPaused(payment, name));
  }

  private Optional<CallEvent> endOfPausing(Function<PaymentId, CallEvent> verdict) {
    Optional<PaymentId> awaited = pausing;
    pausing = Optional.empty();
    return awaited.map(verdict);
  }

  /// The recorder's own offer is answered from what we want; one without SDP, by our offer.
  private Optional<CallEvent> answer(Optional<SipBody> offer) {
    try {
      String ours;
      if (offer.isPresent()) {
        ours = streams.answer(sdpIn(offer.get()), wanted);
      } else {
        ours = streams.offer(wanted);
        counterOffer = Optional.of(ours);
      }
      leg.acceptReoffer(SipBody.sdp(ours));
    } catch (SdpFailure unmeetable) {
      leg.refuseReoffer(unmeetable.sipStatus());
    }
    return Optional.empty();
  }

  private Optional<CallEvent> acknowledged(Optional<SipBody> body) {
    if (counterOffer.isPresent() && body.isPresent()) {
      try {
        streams.agree(counterOffer.get(), sdpIn(body.get()));
      } catch (SdpFailure unusable) {
        log.warn("recorder {} acknowledged unusably: {}", name, unusable.getMessage());
      }
    }
    counterOffer = Optional.empty();
    return Optional.empty();
  }

  private static String sdpIn(SipBody body) throws SdpFailure {
    return Multipart.sdpIn(body).orElseThrow(() -> new SdpFailure(400, "no SDP"));
  }

  private Optional<CallEvent> lost(String why) {
    over = true;
    recorded.lost(name, why);
    fork.close();
    return paused();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean askPause(PaymentId payment) {
    if (over) {
      return false;
    }
    pausing = Optional.of(payment);
    metadata = metadata.pausedFrom(door.clock().instant());
    want(Direction.INACTIVE);
    return true;
  }

  @Override
  public void askResume() {
    if (!over) {
      pausing = Optional.empty();
      metadata = metadata.speakingFrom(door.clock().instant());
      want(Direction.SENDONLY);
    }
  }

  private void want(Direction direction) {
    wanted = direction;
    offerDue = true;
    offerIfDue();
  }

  private void offerIfDue() {
    if (offerDue && openOffer.isEmpty()) {
      offerDue = false;
      String offer = streams.offer(wanted);
      openOffer = Optional.of(offer);
      leg.reoffer(withMetadata(offer), REQUIRED);
    }
  }

  @Override
  public void end() {
    if (!over) {
      over = true;
      fork.close();
      leg.hangUp(Map.of());
    }
  }
}
