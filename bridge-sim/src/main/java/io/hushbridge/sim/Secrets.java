package io.hushbridge.sim;

/// What bridge and far ends know of each other, made up for rehearsals: nothing here opens anything
/// real.
///
/// @param agentKey bearer key of the voice agent at the bridge's API
/// @param authToken `X-PolyAi-Auth-Token`
/// @param eventsKey `X-Api-Key` of External Events
public record Secrets(
    String agentKey,
    String authToken,
    String eventsKey,
    String accountId,
    String projectId,
    String tenantName,
    String username,
    String clientId,
    String clientSecret) {

  public static Secrets rehearsed() {
    return new Secrets(
        "rehearsed-agent-key-0123456789abcdef",
        "rehearsed-polyai-token",
        "rehearsed-events-key",
        "rehearsed-account",
        "rehearsed-project",
        "rehearsed-tenant",
        "APIUser",
        "rehearsed-client",
        "rehearsed-client-secret");
  }

  @Override
  public String toString() {
    return "[secrets]";
  }
}
