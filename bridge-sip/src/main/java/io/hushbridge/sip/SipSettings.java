package io.hushbridge.sip;

import java.util.List;
import java.util.random.RandomGenerator;

/// How the stack is to be opened.
///
/// @param listeners where we listen; a leg's calls leave from the listener it names
/// @param userAgent the `User-Agent` and `Server` value; gives no version away unless the operator
///   wants it
/// @param random for tags, branches and the 491 back-off (RFC 3261 §14.1)
public record SipSettings(List<Listener> listeners, String userAgent, RandomGenerator random) {

  public SipSettings {
    listeners = List.copyOf(listeners);
    if (listeners.isEmpty()) {
      throw new IllegalArgumentException("sip.listeners: want at least one");
    }
  }

  /// One address we listen on, UDP and TCP alike.
  ///
  /// @param name by which an incoming call tells where it came in, and an outgoing one where it
  ///   leaves
  /// @param host the address to bind and to advertise
  public record Listener(String name, String host, int port) {}
}
