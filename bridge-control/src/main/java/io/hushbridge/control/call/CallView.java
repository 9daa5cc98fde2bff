package io.hushbridge.control.call;

import java.time.Instant;
import java.util.Optional;

/// A call as a reader of the API sees it.
public record CallView(
    String id,
    String callerNumber,
    String dialled,
    Instant begun,
    String scene,
    Optional<PaymentId> payment) {}
