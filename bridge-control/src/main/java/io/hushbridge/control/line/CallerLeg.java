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
import io.hushbridge.sip.Invited;
import io.hushbridge.sip.Leg;
import io.hushbridge.sip.SipBody;
import io.hushbridge.sip.SipEvent;
import java.util.List;
import java.util.Optional;

/// The caller before and after we answer. A late offer is met with an offer of PCMU alone, so that
/// the agent can be dialled before the caller has said what it speaks. Flow thread only.
final class CallerLeg {
  private final Leg leg;
  private final Party party;
  private final Codec codec;
  private final Optional<Answered> agreed;

  private CallerLeg(Leg leg, Party party, Codec codec, Optional<Answered> agreed) {
    this.leg = leg;
    this.party = party;
    this.codec = codec;
    this.agreed = agreed;
  }

  /// Reads the caller's offer.
  ///
  /// @throws SdpFailure where there is nothing in it for us
  static CallerLeg of(Leg leg, Invited invited, MediaPort port, Identity identity)
      throws SdpFailure {
    Optional<Answered> agreed = Optional.empty();
    if (invited.offer().isPresent()) {
      agreed =
          Optional.of(
              OfferAnswer.answer(
                  identity,
                  port.local(),
                  invited.offer().get().content(),
                  List.of(Codec.values()),
                  Direction.SENDRECV));
    }
    Codec codec = agreed.map(a -> a.stream().codec()).orElse(Codec.PCMU);
    Party party = new Party(Role.CALLER, port, codec, identity.next(), false);
    party.speaksThrough(leg);
    return new CallerLeg(leg, party, codec, agreed);
  }

  Party party() {
    return party;
  }

  Codec codec() {
    return codec;
  }

  void answer() {
    if (agreed.isPresent()) {
      party.port().connect(agreed.get().stream());
      leg.answer(SipBody.sdp(agreed.get().answer()));
    } else {
      leg.answer(party.offerInAnswer());
    }
  }

  void ring() {
    leg.ring();
  }

  void refuse(int status, String reason) {
    leg.refuse(status, reason);
  }

  Optional<CallEvent> hear(SipEvent event) {
    return party.hear(event);
  }
}
