package io.hushbridge.control;

import io.hushbridge.control.agent.AgentSettings;
import io.hushbridge.control.http.ApiKey;
import io.hushbridge.control.payment.PciPalFlow;
import io.hushbridge.control.recording.SiprecTarget;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The bridge's configuration. Keys, defaults and reasons stand in `config/bridge.yaml`, which is
/// the only place that knows a default. Printing it shows no secret.
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

  /// Ports for RTP; each stream takes an even port and the next one for RTCP (RFC 3550 §11).
  record PortRange(int low, int high) {
    PortRange {
      if (low % 2 != 0 || low < 1024 || high <= low || high > 65535) {
        throw new IllegalArgumentException(
            "want an even low port from 1024 up, and room above it, not '%d-%d'"
                .formatted(low, high));
      }
    }
  }

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

  /// What holds where an operator says nothing.
  static BridgeConfig defaults() {
    return ConfigLoader.defaults();
  }

  /// Lays the operator's file over the defaults.
  ///
  /// @throws ConfigError naming every problem at once, each with its line
  static BridgeConfig load(Path file) {
    return new ConfigLoader(System::getenv).load(file);
  }
}
