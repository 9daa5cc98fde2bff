package io.hushbridge.sim;

import java.net.URI;

/// A payment that PCI Pal was asked to prepare.
///
/// @param linkId what the caller's leg names it by
/// @param amount as it was given, in pence
record PciPalSession(
    String id, String linkId, String orderId, String amount, String currency, URI callback) {}
