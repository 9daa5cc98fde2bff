package io.hushbridge.sip;

import java.util.Map;
import java.util.function.IntConsumer;

/// The owner's side of a leg: checks an order on the caller's thread, and posts it.
record PostedLeg(InviteLeg leg) implements Leg {

  @Override
  public String sipCallId() {
    return leg.callId();
  }

  @Override
  public void ring() {
    leg.post(() -> leg.stage().ring());
  }

  @Override
  public void answer(SipBody answer) {
    Bodies.check(answer);
    leg.post(() -> leg.stage().answer(answer));
  }

  @Override
  public void refuse(int status, String reason) {
    if (status < 300 || status > 699 || reason.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException("a refusal wants a status of 300 to 699 and a plain word");
    }
    leg.post(() -> leg.stage().refuse(status, reason));
  }

  @Override
  public void reoffer(SipBody offer, Map<String, String> headers) {
    Stage.Offer checked = new Stage.Offer(Bodies.check(offer), new ExtraHeaders(headers));
    leg.post(() -> leg.stage().reoffer(checked));
  }

  @Override
  public void acceptReoffer(SipBody answer) {
    Bodies.check(answer);
    leg.post(() -> leg.stage().acceptReoffer(answer));
  }

  @Override
  public void refuseReoffer(int status) {
    if (status < 300 || status > 699) {
      throw new IllegalArgumentException("a refusal wants a status of 300 to 699");
    }
    leg.post(() -> leg.stage().refuseReoffer(status));
  }

  @Override
  public void keysTo(IntConsumer keys) {
    leg.post(() -> leg.keysTo(keys));
  }

  @Override
  public void hangUp(Map<String, String> headers) {
    ExtraHeaders checked = new ExtraHeaders(headers);
    leg.post(() -> leg.stage().hangUp(checked));
  }

  @Override
  public String toString() {
    return "Leg[" + leg.callId() + "]";
  }
}
