package io.hushbridge.control.line;

import io.hushbridge.sip.Leg;
import io.hushbridge.sip.SipBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/// A leg that keeps what it was asked to do.
final class KeptLeg implements Leg {
  final List<String> done = new ArrayList<>();

  @Override
  public String sipCallId() {
    return "kept";
  }

  @Override
  public void ring() {
    done.add("ring");
  }

  @Override
  public void answer(SipBody answer) {
    done.add("answer");
  }

  @Override
  public void refuse(int status, String reason) {
    done.add("refuse " + status);
  }

  @Override
  public void reoffer(SipBody offer, Map<String, String> headers) {
    done.add("reoffer");
  }

  @Override
  public void acceptReoffer(SipBody answer) {
    done.add("accept");
  }

  @Override
  public void refuseReoffer(int status) {
    done.add("refuse " + status);
  }

  @Override
  public void keysTo(IntConsumer keys) {
    done.add("keys");
  }

  @Override
  public void hangUp(Map<String, String> headers) {
    done.add("hang up");
  }
}
