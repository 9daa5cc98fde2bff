package io.hushbridge.control.call;

import java.util.Set;

/// Everything that records a call. Methods return at once. Flow thread only.
public interface Recorders extends AutoCloseable {

  /// Starts every recorder of the route.
  void begin();

  /// Asks every recorder to pause for a payment: one `RecorderPaused` or `RecorderRefused` each,
  /// which names the payment, so that a late answer is never taken for that of a later one.
  ///
  /// @return those whose confirmation is now awaited; empty where none is on the call
  Set<String> askPause(PaymentId payment);

  void askResume();

  /// Ends every recording.
  @Override
  void close();
}
