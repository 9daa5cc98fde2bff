package io.hushbridge.control.payment;

import io.hushbridge.control.call.Ask;
import io.hushbridge.control.call.Secret;
import java.util.Optional;

/// A payment as an agent asks for it, not yet checked.
///
/// @param amountMinor in the currency's minor unit
/// @param externalEvent PolyAI's event id, if the agent wants to be told
public record AskRequest(
    long amountMinor,
    String currency,
    String reference,
    String flow,
    Optional<String> externalEvent) {

  Ask ask() {
    return new Ask(amountMinor, currency, reference, flow, externalEvent.map(Secret::new));
  }
}
