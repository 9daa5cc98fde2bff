package io.hushbridge.control.call;

import java.time.Duration;

/// A PCI Pal session that was opened for one payment.
///
/// @param line where the secure line is dialled, a SIP URI
/// @param link how the line learns which session the call belongs to
public record Session(PaymentId payment, String line, Link link) {

  /// How the LinkId reaches the line.
  public sealed interface Link {

    /// Keyed as RFC 4733 after the line has answered: wait `delay`, then each key `tone` long with
    /// `gap` between.
    record ByKeys(Secret<String> code, Duration delay, Duration tone, Duration gap)
        implements Link {}

    /// In a header of the INVITE.
    record ByHeader(String name, Secret<String> code) implements Link {}
  }
}
