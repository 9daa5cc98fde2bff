package io.hushbridge.sip;

import java.util.Map;
import javax.sip.message.Response;

/// The peer's INVITE waits for our owner.
final class Ringing extends Stage {
  private final Incoming invite;

  Ringing(InviteLeg leg, Incoming invite) {
    super(leg);
    this.invite = invite;
  }

  @Override
  void ring() {
    Response ringing = invite.response(Response.RINGING, leg.localTag());
    ringing.setHeader(leg.dialog().contact());
    invite.send(ringing);
  }

  @Override
  void answer(SipBody answer) {
    leg.become(Session.answering(leg, invite, answer));
  }

  @Override
  void refuse(int status, String reason) {
    Response refusal = invite.response(status, leg.localTag());
    Jain.made(
        () -> {
          refusal.setReasonPhrase(reason);
          return refusal;
        });
    invite.send(refusal);
    leg.over(new SipEvent.Ended(SipEvent.By.US, Map.of()));
  }

  @Override
  void hangUp(ExtraHeaders headers) {
    refuseWith(Response.TEMPORARILY_UNAVAILABLE, headers);
    leg.over(new SipEvent.Ended(SipEvent.By.US, Map.of()));
  }

  @Override
  void cancelled(Incoming cancel) {
    refuseWith(Response.REQUEST_TERMINATED, ExtraHeaders.NONE);
    leg.over(new SipEvent.Ended(SipEvent.By.PEER, ExtraHeaders.of(cancel.request())));
  }

  @Override
  void bye(Incoming bye) {
    bye.reply(Response.OK, leg.localTag());
    refuseWith(Response.REQUEST_TERMINATED, ExtraHeaders.NONE);
    leg.over(new SipEvent.Ended(SipEvent.By.PEER, ExtraHeaders.of(bye.request())));
  }

  private void refuseWith(int status, ExtraHeaders headers) {
    Response refusal = invite.response(status, leg.localTag());
    headers.applyTo(refusal);
    invite.send(refusal);
  }

  @Override
  void reinvited(Incoming second) {
    second.replyLater(leg.chance(), leg.localTag());
  }
}
