package io.hushbridge.control;

import io.hushbridge.control.BridgeConfig.Limits;
import io.hushbridge.control.agent.AgentSettings;
import io.hushbridge.control.http.ApiKey;
import io.hushbridge.control.recording.SiprecTarget;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What types cannot say about a configuration, section by section.
final class ConfigRules {
  /// The token of RFC 6750 §2.1.
  private static final String BEARER = "[A-Za-z0-9._~+/-]+=*";

  private final BridgeConfig config;
  private final Wanted wanted;

  private ConfigRules(BridgeConfig config, Wanted wanted) {
    this.config = config;
    this.wanted = wanted;
  }

  /// @param own what the operator wrote
  static void judge(BridgeConfig config, Yaml own, Complaints complaints) {
    var wanted = new Wanted(own, complaints);
    var rules = new ConfigRules(config, wanted);
    rules.sipAndMedia();
    rules.agent(config.agent());
    rules.doors();
    rules.keys(config.http().keys());
    rules.recording(config.recording().siprec());
    rules.limits(config.limits());
    wanted.url("pciPal.callbackBase", config.pciPal().callbackBase());
    config.pciPal().flows().forEach((name, flow) -> new FlowRules(wanted).judge(name, flow));
  }

  private void sipAndMedia() {
    BridgeConfig.Sip sip = config.sip();
    BridgeConfig.Media media = config.media();
    wanted.that(
        config.node().matches("[A-Za-z0-9._-]+"),
        "node",
        "want letters, digits, dots and dashes, not '%s'".formatted(config.node()));
    wanted.address("sip.host", sip.host());
    wanted.port("sip.port", sip.port());
    wanted.printable("sip.userAgent", sip.userAgent());
    wanted.address("media.host", media.host());
    wanted.atLeast("media.loops", 1, media.loops());
    wanted.that(
        sip.port() < media.ports().low() || sip.port() > media.ports().high(),
        "sip.port",
        "%d lies within media.ports".formatted(sip.port()));
  }

  private void agent(AgentSettings agent) {
    wanted.sipUri("agent.target", agent.target());
    wanted.printable("agent.authToken", agent.authToken().reveal());
    if (!agent.digestRealm().isEmpty()) {
      wanted.text("agent.digestUser", agent.digestUser());
      wanted.secret("agent.digestPassword", agent.digestPassword());
    }
    if (!agent.externalEventsUrl().isEmpty()) {
      try {
        wanted.url("agent.externalEventsUrl", URI.create(agent.externalEventsUrl()));
      } catch (IllegalArgumentException _) {
        wanted.that(false, "agent.externalEventsUrl", "want a URL");
      }
      wanted.secret("agent.externalEventsKey", agent.externalEventsKey());
      wanted.text("agent.accountId", agent.accountId());
      wanted.text("agent.projectId", agent.projectId());
    }
  }

  private void doors() {
    BridgeConfig.Http http = config.http();
    BridgeConfig.Callbacks callbacks = config.callbacks();
    wanted.loopback("http.host", http.host());
    wanted.port("http.port", http.port());
    wanted.atLeast("http.maxBody", 1024, http.maxBody());
    wanted.loopback("callbacks.host", callbacks.host());
    wanted.port("callbacks.port", callbacks.port());
    wanted.that(
        http.port() != callbacks.port() || !http.host().equals(callbacks.host()),
        "callbacks.port",
        "%d is the port of http as well".formatted(callbacks.port()));
    wanted.text("journal.file", config.journal().file());
  }

  private void keys(List<ApiKey> keys) {
    Set<String> names = new HashSet<>();
    Set<String> values = new HashSet<>();
    for (int i = 0; i < keys.size(); i++) {
      ApiKey key = keys.get(i);
      String path = "http.keys[%d]".formatted(i);
      wanted.text(path + ".name", key.name());
      wanted.that(names.add(key.name()), path + ".name", "names another key already");
      wanted.secret(path + ".key", key.key());
      wanted.that(
          key.key().reveal().matches(BEARER),
          path + ".key",
          "want letters, digits and -._~+/ only, as a bearer token has");
      wanted.that(values.add(key.key().reveal()), path + ".key", "is another key's as well");
    }
  }

  private void recording(List<SiprecTarget> recorders) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < recorders.size(); i++) {
      SiprecTarget recorder = recorders.get(i);
      String path = "recording.siprec[%d]".formatted(i);
      wanted.text(path + ".name", recorder.name());
      wanted.that(names.add(recorder.name()), path + ".name", "names another recorder already");
      wanted.sipUri(path + ".target", recorder.target());
    }
  }

  private void limits(Limits limits) {
    wanted.atLeast("limits.calls", 1, limits.calls());
    wanted.positive("limits.agentAnswer", limits.agentAnswer());
    wanted.positive("limits.pause", limits.pause());
    wanted.positive("limits.token", limits.token());
    wanted.positive("limits.launch", limits.launch());
    wanted.positive("limits.lineAnswer", limits.lineAnswer());
    wanted.positive("limits.link", limits.link());
    wanted.positive("limits.payment", limits.payment());
    wanted.positive("limits.lineEnd", limits.lineEnd());
    wanted.positive("limits.callbackGrace", limits.callbackGrace());
    wanted.positive("limits.agentReturn", limits.agentReturn());
    wanted.positive("limits.guardOrderly", limits.guardOrderly());
    wanted.positive("limits.guardOther", limits.guardOther());
    wanted.positive("limits.prompt", limits.prompt());
  }
}
