package io.hushbridge.control.recording;

import io.hushbridge.control.call.PaymentId;

/// One recorder of one call, begun. Methods return at once. Flow thread only.
interface Recorder {

  String name();

  /// Asks for a pause for a payment: one `RecorderPaused` or `RecorderRefused`, or silence.
  ///
  /// @return whether there is anything to wait for; false where it is no longer there to record
  boolean askPause(PaymentId payment);

  void askResume();

  /// Ends the recording. Idempotent.
  void end();
}
