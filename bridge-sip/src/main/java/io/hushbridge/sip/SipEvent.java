package io.hushbridge.sip;

import java.util.Map;
import java.util.Optional;

/// Everything that can happen on a leg after its INVITE.
public sealed interface SipEvent {

  /// 180 or 183 to our INVITE.
  record Progress(int status, Optional<SipBody> body) implements SipEvent {}

  /// 2xx to our INVITE; the ACK has been sent.
  record Answered(SipBody body, Map<String, String> headers) implements SipEvent {}

  /// A final refusal of our INVITE, a redirection too, or no answer in time (408), or no way to the
  /// peer (503), or a 2xx without SDP (488). The leg is over and nothing more will come.
  record Refused(int status, String reason) implements SipEvent {}

  /// The peer acknowledged our 2xx to its INVITE. Also, with a body only, to an offerless
  /// re-INVITE: the body answers the offer of our 2xx.
  record Acknowledged(Optional<SipBody> body) implements SipEvent {}

  /// The peer offers anew (re-INVITE; an empty offer is an offerless one). Owed an answer:
  /// [Leg#acceptReoffer] or [Leg#refuseReoffer].
  ///
  /// @param headers headers the stack does not own, by lower-case name (first value each)
  record Reoffered(Optional<SipBody> offer, Map<String, String> headers) implements SipEvent {
    public Reoffered {
      headers = Map.copyOf(headers);
    }

    public Reoffered(Optional<SipBody> offer) {
      this(offer, Map.of());
    }
  }

  /// Our re-INVITE was accepted; the ACK has been sent.
  record ReofferAccepted(SipBody answer) implements SipEvent {}

  /// Our re-INVITE was refused. 491 arrives here only after the retries of RFC 3261 §14.1 are used
  /// up.
  record ReofferRefused(int status) implements SipEvent {}

  /// The peer sent REFER. It was answered 603: nobody transfers our legs.
  record Referred(String target) implements SipEvent {}

  /// The leg is over and nothing more will come: BYE or CANCEL from the peer, no ACK, no answer to
  /// our re-INVITE (RFC 3261 §12.2.1.2), or our own hang-up or refusal. The last is told at once;
  /// the leg sees to the rest alone, as to a 200 that crosses its CANCEL.
  ///
  /// @param headers of the BYE, by lower-case name
  record Ended(By by, Map<String, String> headers) implements SipEvent {}

  /// Who ended a leg.
  enum By {
    PEER,
    US,
    FAILURE
  }
}
