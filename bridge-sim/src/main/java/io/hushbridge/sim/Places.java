package io.hushbridge.sim;

import java.net.URI;

/// Where the bridge and the far ends are, all on one host.
///
/// @param bridgeSip SIP port of the bridge
/// @param bridgeHttp port of its API
/// @param trunk SIP port that calls come from
/// @param agent SIP port of the voice agent
/// @param line SIP port of the payment line
/// @param recorder SIP port of the SIPREC recorder
/// @param pciPal HTTP port of PCI Pal: token and launch
/// @param events HTTP port of the voice agent: External Events
public record Places(
    String host,
    int bridgeSip,
    int bridgeHttp,
    int trunk,
    int agent,
    int line,
    int recorder,
    int pciPal,
    int events) {

  /// What a caller dials.
  public String bridgeTarget() {
    return "sip:+12025550199@" + host + ":" + bridgeSip;
  }

  /// What the bridge's `agent.target` is set to.
  public String agentTarget() {
    return "sip:agent@" + host + ":" + agent;
  }

  /// What the `line` of a flow is set to.
  public String lineTarget() {
    return "sip:secure@" + host + ":" + line;
  }

  /// What the `target` of a SIPREC recorder is set to.
  public String recorderTarget() {
    return "sip:recorder@" + host + ":" + recorder;
  }

  /// What a flow's `authEndpoint` is set to.
  public URI authEndpoint() {
    return http(pciPal, PciPalCloud.TOKEN_PATH);
  }

  /// What a flow's `sessionEndpoint` is set to.
  public URI sessionEndpoint() {
    return http(pciPal, PciPalCloud.LAUNCH_PATH);
  }

  /// What the bridge's `agent.externalEventsUrl` is set to.
  public URI externalEventsUrl() {
    return http(events, ExternalEventsDoor.PATH);
  }

  /// A page of the bridge's API.
  URI api(String path) {
    return http(bridgeHttp, path);
  }

  private URI http(int port, String path) {
    return URI.create("http://" + host + ":" + port + path);
  }
}
