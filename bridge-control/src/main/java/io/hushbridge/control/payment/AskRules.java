package io.hushbridge.control.payment;

import io.hushbridge.control.payment.AskVerdict.Invalid;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/// What an ask must be before a call is troubled with it.
final class AskRules {
  private final PciPal pciPal;

  AskRules(PciPal pciPal) {
    this.pciPal = pciPal;
  }

  /// What is wrong with the ask, if anything; the first thing only.
  Optional<Invalid> broken(AskRequest ask) {
    Optional<PciPalFlow> flow = pciPal.flow(ask.flow()).map(PciPal.Flow::settings);
    return flow.isEmpty()
        ? Optional.of(new Invalid("flow", "no such flow; there is: " + names()))
        : credentials(flow.get(), ask)
            .or(() -> currency(flow.get(), ask))
            .or(() -> amount(flow.get(), ask))
            .or(() -> reference(ask))
            .or(() -> externalEvent(ask));
  }

  private String names() {
    return String.join(", ", pciPal.names());
  }

  private static Optional<Invalid> credentials(PciPalFlow flow, AskRequest ask) {
    boolean none = flow.clientId().isEmpty() || flow.clientSecret().reveal().isEmpty();
    return when(none, "flow", "flow %s has no PCI Pal credentials yet".formatted(ask.flow()));
  }

  private static Optional<Invalid> currency(PciPalFlow flow, AskRequest ask) {
    List<String> allowed = flow.currencies();
    String which =
        "want an ISO 4217 code that flow %s takes: %s"
            .formatted(ask.flow(), String.join(", ", allowed));
    return when(!iso4217(ask.currency()) || !allowed.contains(ask.currency()), "currency", which);
  }

  private static boolean iso4217(String code) {
    return code.matches("[A-Z]{3}")
        && Currency.getAvailableCurrencies().stream()
            .anyMatch(c -> c.getCurrencyCode().equals(code) && c.getDefaultFractionDigits() >= 0);
  }

  private static Optional<Invalid> amount(PciPalFlow flow, AskRequest ask) {
    String why = "want 1 to %d in minor units of %s".formatted(flow.maxAmount(), ask.currency());
    return when(ask.amountMinor() < 1 || ask.amountMinor() > flow.maxAmount(), "amount", why);
  }

  private static Optional<Invalid> reference(AskRequest ask) {
    String reference = ask.reference();
    return when(
            !reference.matches("[\\x21-\\x7E]([\\x20-\\x7E]{0,62}[\\x21-\\x7E])?"),
            "reference",
            "want 1 to 64 printable ASCII characters, no space at either end")
        .or(() -> when(CardLike.in(reference), "reference", "looks like a card number"));
  }

  private static Optional<Invalid> externalEvent(AskRequest ask) {
    boolean odd = ask.externalEvent().filter(e -> !e.matches("[\\x21-\\x7E]{1,256}")).isPresent();
    return when(odd, "externalEvent", "want 1 to 256 printable ASCII characters");
  }

  private static Optional<Invalid> when(boolean broken, String field, String why) {
    return broken ? Optional.of(new Invalid(field, why)) : Optional.empty();
  }
}
