package io.hushbridge.control;

import io.hushbridge.control.agent.AgentSettings;
import io.hushbridge.control.http.ApiKey;
import io.hushbridge.control.payment.PciPalFlow;
import io.hushbridge.control.recording.SiprecTarget;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The bridge's configuration. Keys, defaults and reasons stand in `config/bridge.yaml`, which is
/// the only place that knows a default.
record BridgeConfig(
    String node,
    Sip sip,
    Media media,
    AgentSettings agent,
    PciPal pciPal,
    Recording recording,
    Http http,
    Callbacks callbacks,
    Journal journal,
    Limits limits) {

  record Sip(String host, int port, String userAgent) {}

  record Media(String host, PortRange ports, int loops) {}

  record PortRange(int low, int high) {}

  record PciPal(URI callbackBase, Map<String, PciPalFlow> flows) {}

  record Recording(String directory, List<SiprecTarget> siprec) {}

  record Http(String host, int port, List<ApiKey> keys, int maxBody) {}

  record Callbacks(String host, int port) {}

  record Journal(String file) {}

  record Limits(
      int calls,
      Duration agentAnswer,
      Duration pause,
      Duration token,
      Duration launch,
      Duration lineAnswer,
      Duration link,
      Duration payment,
      Duration lineEnd,
      Duration callbackGrace,
      Duration agentReturn,
      Duration guardOrderly,
      Duration guardOther,
      Duration prompt) {}
}
