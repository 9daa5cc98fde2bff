package io.hushbridge.control;

import io.hushbridge.control.agent.AgentSettings;
import io.hushbridge.control.call.Cue;
import io.hushbridge.control.call.Limits;
import io.hushbridge.control.http.HttpSettings;
import io.hushbridge.control.line.LineSettings;
import io.hushbridge.control.payment.PciPal;
import io.hushbridge.control.recording.Recording;
import io.hushbridge.media.MediaSettings;
import io.hushbridge.media.rtp.Prompt;
import io.hushbridge.media.rtp.WavFile;
import io.hushbridge.sip.Dial;
import io.hushbridge.sip.SipEndpoint;
import io.hushbridge.sip.SipSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The configuration in the words of those who work by it.
record BridgeSettings(BridgeConfig config) {
  private static final String LISTENER = "sip";

  Path journal() {
    return Path.of(config.journal().file());
  }

  SipSettings sip(RandomGenerator random) {
    BridgeConfig.Sip sip = config.sip();
    var listener = new SipSettings.Listener(LISTENER, sip.host(), sip.port());
    return new SipSettings(List.of(listener), sip.userAgent(), random);
  }

  MediaSettings media() {
    BridgeConfig.Media media = config.media();
    return new MediaSettings(
        media.host(), media.ports().low(), media.ports().high(), media.loops());
  }

  PciPal pciPal(InstantSource clock, MeterRegistry registry) {
    return new PciPal(
        config.pciPal().flows(),
        config.pciPal().callbackBase(),
        config.limits().token(),
        config.limits().launch(),
        clock,
        registry);
  }

  Recording recording(
      SipEndpoint sip, MeterRegistry registry, RandomGenerator random, InstantSource clock) {
    BridgeConfig.Recording recording = config.recording();
    return new Recording(
        sip, LISTENER, recording.siprec(), recording.directory(), registry, random, clock);
  }

  HttpSettings http() {
    BridgeConfig.Http http = config.http();
    BridgeConfig.Callbacks callbacks = config.callbacks();
    return new HttpSettings(
        http.host(), http.port(), http.keys(), http.maxBody(), callbacks.host(), callbacks.port());
  }

  Limits limits() {
    BridgeConfig.Limits limits = config.limits();
    return new Limits(
        limits.agentAnswer(),
        limits.pause(),
        limits.token().plus(limits.launch()),
        limits.lineAnswer(),
        limits.link(),
        limits.payment(),
        limits.lineEnd(),
        limits.callbackGrace(),
        limits.agentReturn(),
        limits.guardOrderly(),
        limits.guardOther(),
        limits.prompt());
  }

  LineSettings line() throws IOException {
    AgentSettings agent = config.agent();
    return new LineSettings(
        LISTENER,
        agent.target(),
        agentHeaders(agent),
        agentDigest(agent),
        agent.hold() == AgentSettings.Hold.REINVITE,
        config.limits().agentAnswer(),
        config.limits().lineAnswer(),
        prompts());
  }

  private static Map<String, String> agentHeaders(AgentSettings agent) {
    String token = agent.authToken().reveal();
    return token.isEmpty() ? Map.of() : Map.of("X-PolyAi-Auth-Token", token);
  }

  private static Optional<Dial.Digest> agentDigest(AgentSettings agent) {
    return agent.digestRealm().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Dial.Digest(
                agent.digestRealm(), agent.digestUser(), agent.digestPassword().reveal()));
  }

  private static Map<Cue, Prompt> prompts() throws IOException {
    Map<Cue, Prompt> prompts = new EnumMap<>(Cue.class);
    for (Cue cue : Cue.values()) {
      prompts.put(cue, prompt(cue.name().toLowerCase(Locale.ROOT) + ".wav"));
    }
    return prompts;
  }

  private static Prompt prompt(String file) throws IOException {
    try (InputStream wav = BridgeSettings.class.getResourceAsStream("/prompts/" + file)) {
      if (wav == null) {
        throw new IOException(file + ": not in the bridge's jar");
      }
      return WavFile.read(file, wav.readAllBytes());
    }
  }
}
