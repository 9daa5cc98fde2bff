package io.hushbridge.sip;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/// How the stack is to be opened.
///
/// @param listeners where we listen; a leg's calls leave from the listener it names
/// @param userAgent the `User-Agent` and `Server` value; gives no version away unless the operator
///   wants it
/// @param random for tags, Call-IDs and the 491 back-off (RFC 3261 §14.1); used under a lock, so it
///   need not be thread-safe
/// @param trace sees every message that is sent or received, without its body
/// @param t1 round-trip estimate that the retransmission timers are made of (RFC 3261 §17.1.1.1)
public record SipSettings(
    List<Listener> listeners,
    String userAgent,
    RandomGenerator random,
    SipTrace trace,
    Duration t1) {

  /// T1 of RFC 3261 §17.1.1.1: the longest a peer may stay silent is 64 times this, 32 s.
  public static final Duration T1 = Duration.ofMillis(500);

  public SipSettings {
    listeners = List.copyOf(listeners);
    if (listeners.isEmpty()) {
      throw new IllegalArgumentException("sip.listeners: want at least one");
    }
    if (listeners.stream().map(Listener::name).distinct().count() < listeners.size()) {
      throw new IllegalArgumentException("sip.listeners: two listeners have the same name");
    }
    if (t1.toMillis() < 1) {
      throw new IllegalArgumentException("sip.t1: want at least 1 ms");
    }
  }

  public SipSettings(List<Listener> listeners, String userAgent, RandomGenerator random) {
    this(listeners, userAgent, random, SipTrace.NONE, T1);
  }

  /// The same, with every message shown to `trace`.
  public SipSettings tracing(SipTrace trace) {
    return new SipSettings(listeners, userAgent, random, trace, t1);
  }

  /// One address we listen on, UDP and TCP alike.
  ///
  /// @param name by which an incoming call tells where it came in, and an outgoing one where it
  ///   leaves
  /// @param host the address to bind and to advertise; never a wildcard, as it stands in Contact
  /// @param port 0 takes a free one, told by [SipEndpoint#port]
  /// @param supportedOptions option tags that a peer may `Require` here, as `siprec`
  /// @param contactParameters on the Contact of calls that come in here, as `+sip.srs` (RFC 7866
  ///   §6.1.2); may be empty
  public record Listener(
      String name, String host, int port, Set<String> supportedOptions, String contactParameters) {
    public Listener {
      supportedOptions = Set.copyOf(supportedOptions);
      if (!Door.isParameters(contactParameters)) {
        throw new IllegalArgumentException("sip.listeners." + name + ": bad contact parameters");
      }
    }

    public Listener(String name, String host, int port) {
      this(name, host, port, Set.of(), "");
    }
  }
}
