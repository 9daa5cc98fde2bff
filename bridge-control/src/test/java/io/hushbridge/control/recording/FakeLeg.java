package io.hushbridge.control.recording;

import io.hushbridge.sip.Dial;
import io.hushbridge.sip.Leg;
import io.hushbridge.sip.LegEvents;
import io.hushbridge.sip.SipBody;
import io.hushbridge.sip.SipEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/// A leg to a recorder that does as the test says; keeps what it was asked to send.
final class FakeLeg implements Leg {
  final List<SipBody> offers = new ArrayList<>();
  final List<SipBody> answers = new ArrayList<>();
  final List<Integer> refusals = new ArrayList<>();
  private Optional<Dial> dial = Optional.empty();
  private Optional<LegEvents> events = Optional.empty();
  int hangUps;

  FakeLeg dialled(Dial made, LegEvents to) {
    dial = Optional.of(made);
    events = Optional.of(to);
    offers.add(made.offer());
    return this;
  }

  Dial dial() {
    return dial.orElseThrow();
  }

  void tells(SipEvent event) {
    events.orElseThrow().happened(event);
  }

  @Override
  public void reoffer(SipBody offer, Map<String, String> headers) {
    offers.add(offer);
  }

  @Override
  public void acceptReoffer(SipBody answer) {
    answers.add(answer);
  }

  @Override
  public void refuseReoffer(int status) {
    refusals.add(status);
  }

  @Override
  public void hangUp(Map<String, String> headers) {
    hangUps++;
  }

  @Override
  public String sipCallId() {
    return "fake";
  }

  @Override
  public void ring() {
    throw new UnsupportedOperationException("nobody called us");
  }

  @Override
  public void answer(SipBody answer) {
    throw new UnsupportedOperationException("nobody called us");
  }

  @Override
  public void refuse(int status, String reason) {
    throw new UnsupportedOperationException("nobody called us");
  }

  @Override
  public void keysTo(IntConsumer keys) {
    throw new UnsupportedOperationException("a recorder has no keys");
  }
}
