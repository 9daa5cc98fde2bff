package io.hushbridge.control.http;

import io.hushbridge.control.call.Secret;
import io.javalin.security.RouteRole;

/// A bearer key and what its holder may do.
public record ApiKey(String name, Role role, Secret<String> key) {

  /// What a key's holder may do: ask for and read payments; the same and end calls; read only.
  public enum Role implements RouteRole {
    AGENT,
    OPERATOR,
    ASSESSOR
  }
}
