package io.hushbridge.control.http;

import io.hushbridge.control.call.CallView;
import io.hushbridge.control.call.PaymentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A call as JSON tells it.
///
/// @param payment the last one asked for on it, if any
record CallJson(
    String id,
    String callerNumber,
    String dialled,
    Instant begun,
    String scene,
    @Nullable String payment) {

  static CallJson of(CallView view) {
    return new CallJson(
        view.id(),
        view.callerNumber(),
        view.dialled(),
        view.begun(),
        view.scene(),
        view.payment().map(PaymentId::value).orElse(null));
  }
}
