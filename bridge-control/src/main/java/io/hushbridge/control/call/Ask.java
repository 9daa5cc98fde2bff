package io.hushbridge.control.call;

import java.util.Optional;

/// A payment that the agent asks for.
///
/// @param amountMinor in the currency's minor unit, as 5000 for 50.00
/// @param currency ISO 4217, as `USD`
/// @param reference the tenant's own, as `INV-7`
/// @param flow which PCI Pal flow takes it
/// @param externalEvent where PolyAI wants the result (External Events), if it said so
public record Ask(
    long amountMinor,
    String currency,
    String reference,
    String flow,
    Optional<Secret<String>> externalEvent) {}
