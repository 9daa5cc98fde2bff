package io.hushbridge.control;

/// What types cannot say about a configuration.
final class ConfigRules {
  private ConfigRules() {}

  static void judge(BridgeConfig config, Yaml own, Complaints complaints) {}
}
