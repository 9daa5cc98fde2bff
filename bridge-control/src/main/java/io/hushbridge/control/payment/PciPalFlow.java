package io.hushbridge.control.payment;

import io.hushbridge.control.call.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// One PCI Pal flow as a tenant has it; see `config/bridge.yaml`.
public record PciPalFlow(
    String tenantName,
    String username,
    String clientId,
    Secret<String> clientSecret,
    URI authEndpoint,
    URI sessionEndpoint,
    String flowId,
    String line,
    LinkBy linkBy,
    String linkHeader,
    Duration linkDelay,
    Duration linkTone,
    Duration linkGap,
    Map<String, String> initialValues,
    String callback,
    List<String> currencies,
    long maxAmount) {

  public PciPalFlow {
    initialValues = Map.copyOf(initialValues);
    currencies = List.copyOf(currencies);
    CallbackMapper.named(callback);
    InitialValues.check(initialValues);
  }

  /// How the LinkId reaches the line.
  public enum LinkBy {
    KEYS,
    HEADER
  }
}
