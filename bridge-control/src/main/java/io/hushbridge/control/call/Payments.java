package io.hushbridge.control.call;

/// The payment provider, as the flow sees it. Methods return at once.
public interface Payments {

  /// Token and launch: `SessionOpened` or `SessionRefused`.
  void open(PaymentId payment, Ask ask);

  /// The trip's one outcome.
  void conclude(PaymentId payment, TripOutcome outcome);
}
