package io.hushbridge.sip;

import javax.sip.message.Request;

/// What a leg makes of orders and messages at one time of its life. An order that comes too late or
/// too early for the stage is dropped: the event that made it so is already on its way. Leg's
/// mailbox only.
abstract sealed class Stage permits Calling, Ringing, Session, Over {
  final InviteLeg leg;

  Stage(InviteLeg leg) {
    this.leg = leg;
  }

  void ring() {}

  void answer(SipBody answer) {}

  void refuse(int status, String reason) {}

  void reoffer(Offer offer) {}

  void acceptReoffer(SipBody answer) {}

  void refuseReoffer(int status) {}

  abstract void hangUp(ExtraHeaders headers);

  /// A re-INVITE whose CSeq is in order.
  abstract void reinvited(Incoming invite);

  /// An INVITE that has been seen before, and whose transaction the stack has forgotten.
  void invitedAgain(Incoming invite) {
    invite.reply(482, leg.localTag());
  }

  abstract void bye(Incoming bye);

  /// CANCEL of an INVITE or re-INVITE; it has been answered itself.
  void cancelled(Incoming cancel) {}

  void acknowledged(Request ack) {}

  /// No ACK came to our 2xx.
  void neverAcknowledged() {}

  /// Whether nothing is left to do or to wait for.
  boolean idle() {
    return false;
  }

  /// One offer of ours, by re-INVITE.
  record Offer(SipBody body, ExtraHeaders headers) {}
}
