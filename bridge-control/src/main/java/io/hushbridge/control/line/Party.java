package io.hushbridge.control.line;

import io.hushbridge.control.call.CallEvent;
import io.hushbridge.control.call.Role;
import io.hushbridge.media.MediaPort;
import io.hushbridge.media.rtp.Codec;
import io.hushbridge.media.sdp.Direction;
import io.hushbridge.media.sdp.OfferAnswer;
import io.hushbridge.media.sdp.OfferAnswer.Answered;
import io.hushbridge.media.sdp.OfferAnswer.Identity;
import io.hushbridge.media.sdp.SdpFailure;
import io.hushbridge.media.sdp.Stream;
import io.hushbridge.sip.Leg;
import io.hushbridge.sip.SipBody;
import io.hushbridge.sip.SipEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One party: its leg, its port, and what the two agreed on. Flow thread only.
final class Party {
  private static final Logger log = LoggerFactory.getLogger(Party.class);

  private final Role role;
  private final MediaPort port;
  private final Codec codec;
  private final boolean needsEvents;
  private Identity identity;
  private Direction wanted = Direction.SENDRECV;
  private String lastOffer = "";
  private boolean answerDue;
  private Optional<String> peerOffer = Optional.empty();
  private Optional<Leg> leg = Optional.empty();

  /// A party with no leg yet.
  ///
  /// @param codec the only codec that is offered and taken: a call is not transcoded
  /// @param needsEvents whether a peer without telephone-event is of no use
  Party(Role role, MediaPort port, Codec codec, Identity identity, boolean needsEvents) {
    this.role = role;
    this.port = port;
    this.codec = codec;
    this.identity = identity;
    this.needsEvents = needsEvents;
  }

  MediaPort port() {
    return port;
  }

  void speaksThrough(Leg dialled) {
    leg = Optional.of(dialled);
  }

  /// Lays the wire for keys that come by SIP INFO; nothing reads them on the way.
  void takesInfoKeys() {
    leg.ifPresent(l -> l.keysTo(port::press));
  }

  /// Our next offer to this party.
  SipBody offer() {
    lastOffer = OfferAnswer.offer(nextIdentity(), port.local(), List.of(codec), wanted);
    return SipBody.sdp(lastOffer);
  }

  /// Our offer in a 2xx to an INVITE without one: the ACK owes us the answer (RFC 3261 §13.2.1).
  SipBody offerInAnswer() {
    answerDue = true;
    return offer();
  }

  /// Offers anew in this direction.
  void reoffer(Direction direction, Map<String, String> headers) {
    wanted = direction;
    leg.ifPresent(l -> l.reoffer(offer(), headers));
  }

  /// Answers the offer that the peer has made, or makes one where it asked for one.
  void answerReoffer() {
    leg.ifPresent(this::answerReoffer);
  }

  private void answerReoffer(Leg to) {
    if (peerOffer.isEmpty()) {
      to.acceptReoffer(offerInAnswer());
      return;
    }
    try {
      Answered answered =
          OfferAnswer.answer(nextIdentity(), port.local(), peerOffer.get(), List.of(codec), wanted);
      if (!fits(answered.stream())) {
        throw new SdpFailure(488, "the offer has not what the caller needs");
      }
      port.connect(answered.stream());
      to.acceptReoffer(SipBody.sdp(answered.answer()));
    } catch (SdpFailure unfit) {
      to.refuseReoffer(unfit.sipStatus());
    }
  }

  /// Takes the leg one step on.
  Optional<CallEvent> hear(SipEvent event) {
    return switch (event) {
      case SipEvent.Progress _ -> Optional.empty();
      case SipEvent.Answered(SipBody body, _) -> Optional.of(answered(body));
      case SipEvent.Refused(int status, String reason) ->
          Optional.of(new CallEvent.Unreached(role, status + " " + reason));
      case SipEvent.Acknowledged(Optional<SipBody> body) -> acknowledged(body);
      case SipEvent.Reoffered(Optional<SipBody> offer, _) -> {
        peerOffer = offer.map(SipBody::content);
        yield Optional.of(new CallEvent.Reoffered(role));
      }
      case SipEvent.ReofferAccepted(SipBody answer) -> {
        boolean agreed = agree(answer.content());
        yield Optional.of(new CallEvent.Reinvited(role, agreed, agreed ? 200 : 488));
      }
      case SipEvent.ReofferRefused(int status) ->
          Optional.of(new CallEvent.Reinvited(role, false, status));
      case SipEvent.Referred _ -> Optional.of(new CallEvent.Referred(role));
      case SipEvent.Ended _ -> Optional.of(new CallEvent.Left(role));
    };
  }

  private CallEvent answered(SipBody body) {
    if (agree(body.content())) {
      return new CallEvent.Answered(role);
    }
    hangUp();
    return new CallEvent.Unreached(role, "its answer has not what the caller needs");
  }

  /// A peer that owes an answer and brings none of use would sit in dead air.
  private Optional<CallEvent> acknowledged(Optional<SipBody> body) {
    if (!answerDue) {
      return Optional.empty();
    }
    answerDue = false;
    if (body.isPresent() && agree(body.get().content())) {
      return Optional.empty();
    }
    hangUp();
    return Optional.of(new CallEvent.Left(role));
  }

  /// Takes the peer's answer to our last offer; false where it is of no use.
  private boolean agree(String answer) {
    try {
      Optional<Stream> stream = OfferAnswer.agreed(lastOffer, answer).getFirst();
      if (stream.isEmpty() || !fits(stream.get())) {
        return false;
      }
      port.connect(stream.get());
      return true;
    } catch (SdpFailure unfit) {
      log.warn("{} answered with an unfit description: {}", role, unfit.getMessage());
      return false;
    }
  }

  private boolean fits(Stream stream) {
    return stream.codec() == codec && (stream.hasEvents() || !needsEvents);
  }

  void hangUp() {
    leg.ifPresent(Leg::close);
    port.close();
  }

  private Identity nextIdentity() {
    Identity current = identity;
    identity = identity.next();
    return current;
  }
}
