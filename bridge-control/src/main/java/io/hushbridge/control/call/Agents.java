package io.hushbridge.control.call;

/// The agent's platform beside its SIP leg. Methods return at once.
public interface Agents {

  /// Tells the agent's platform how a payment ended.
  void tell(PaymentId payment, Ask ask, TripOutcome outcome);
}
