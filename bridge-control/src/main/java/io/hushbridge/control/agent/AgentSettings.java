package io.hushbridge.control.agent;

import io.hushbridge.control.call.Secret;

/// The voice agent: where it is dialled and how it is told of a payment's end. Empty text means
/// "not used"; see `config/bridge.yaml`.
public record AgentSettings(
    String target,
    Secret<String> authToken,
    Hold hold,
    String digestRealm,
    String digestUser,
    Secret<String> digestPassword,
    String externalEventsUrl,
    Secret<String> externalEventsKey,
    String accountId,
    String projectId) {

  /// What the agent leg gets while the caller pays.
  public enum Hold {
    REINVITE,
    SILENCE
  }
}
