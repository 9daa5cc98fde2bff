package io.hushbridge.control;

import io.hushbridge.control.payment.PciPalFlow;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

/// What must hold of each PCI Pal flow.
///
/// The flow `default` may be left as shipped, without a tenant; an ask for it is then refused.
final class FlowRules {
  /// A header's name is a token (RFC 3261 §25.1).
  private static final String TOKEN = "[A-Za-z0-9.!%*_+`'~-]+";

  /// Shorter tones and gaps need not be recognised (ITU-T Q.24).
  private static final int LEAST_TONE_MILLIS = 40;

  private final Wanted wanted;

  FlowRules(Wanted wanted) {
    this.wanted = wanted;
  }

  void judge(String name, PciPalFlow flow) {
    String path = "pciPal.flows." + name;
    wanted.that(name.matches("[A-Za-z0-9_-]+"), path, "want a name of letters, digits and dashes");
    if (!name.equals("default") || hasTenant(flow)) {
      tenant(path, flow);
    }
    wanted.url(path + ".authEndpoint", flow.authEndpoint());
    wanted.url(path + ".sessionEndpoint", flow.sessionEndpoint());
    wanted.text(path + ".flowId", flow.flowId());
    link(path, flow);
    money(path, flow);
  }

  private static boolean hasTenant(PciPalFlow flow) {
    return !(flow.tenantName() + flow.username() + flow.clientId() + flow.clientSecret().reveal())
        .isEmpty();
  }

  private void tenant(String path, PciPalFlow flow) {
    wanted.text(path + ".tenantName", flow.tenantName());
    wanted.text(path + ".username", flow.username());
    wanted.text(path + ".clientId", flow.clientId());
    wanted.secret(path + ".clientSecret", flow.clientSecret());
  }

  private void link(String path, PciPalFlow flow) {
    wanted.sipUri(path + ".line", flow.line());
    wanted.that(
        flow.linkHeader().matches(TOKEN),
        path + ".linkHeader",
        "want a header's name, not '%s'".formatted(flow.linkHeader()));
    wanted.that(
        flow.linkTone().toMillis() >= LEAST_TONE_MILLIS,
        path + ".linkTone",
        "want 40ms or more, or the line may not hear it");
    wanted.that(
        flow.linkGap().toMillis() >= LEAST_TONE_MILLIS,
        path + ".linkGap",
        "want 40ms or more, or the line may not hear it");
  }

  private void money(String path, PciPalFlow flow) {
    wanted.atLeast(path + ".maxAmount", 1, flow.maxAmount());
    Set<String> known =
        Currency.availableCurrencies()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    wanted.that(
        !flow.currencies().isEmpty() && known.containsAll(flow.currencies()),
        path + ".currencies",
        "want currencies of ISO 4217, as [USD, GBP], not " + flow.currencies());
  }
}
