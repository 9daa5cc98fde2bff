package io.hushbridge.control.payment;

import io.hushbridge.control.call.Secret;
import java.time.Duration;
import java.time.Instant;

/// An access token, or why there is none.
sealed interface Token {

  /// A token from PCI Pal.
  ///
  /// @param staleAt from when a new one is fetched, some time before this one ends
  record Granted(Secret<String> bearer, Instant staleAt) implements Token {

    static Granted lasting(String bearer, Duration life, Instant now) {
      return new Granted(new Secret<>(bearer), now.plus(life.multipliedBy(4).dividedBy(5)));
    }
  }

  record Denied(String why) implements Token {}
}
