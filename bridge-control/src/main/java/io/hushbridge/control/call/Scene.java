package io.hushbridge.control.call;

import static io.hushbridge.control.call.Role.AGENT;
import static io.hushbridge.control.call.Role.CALLER;
import static io.hushbridge.control.call.Role.LINE;

import io.hushbridge.media.Wiring;
import io.hushbridge.media.Wiring.Hearing;
import io.hushbridge.media.Wiring.Masking;

/// Who may hear whom, in the words of the business.
public sealed interface Scene {

  /// Nobody has been joined yet.
  record Waiting() implements Scene {}

  /// Caller and agent talk; recorders take both.
  record Talking() implements Scene {}

  /// Nobody hears the caller; the caller may still hear the agent's last words.
  record Shielded() implements Scene {}

  /// Caller and payment line are alone with each other; the audio passes through us (relayed).
  record Paying() implements Scene {}

  /// Caller and agent talk again, keys still taken out on the way to the agent, forks still gated.
  record Returning() implements Scene {}

  /// The paths of this scene. A port that hears nobody is sent silence, so held legs stay up.
  default Wiring wiring() {
    return switch (this) {
      case Waiting _ -> Wiring.silent();
      case Talking _ ->
          Wiring.of(hear(AGENT, CALLER, Masking.NONE), hear(CALLER, AGENT, Masking.NONE))
              .tapping(CALLER.port(), AGENT.port());
      case Shielded _ -> Wiring.of(hear(CALLER, AGENT, Masking.NONE));
      case Paying _ -> Wiring.closedPair(CALLER.port(), LINE.port());
      case Returning _ ->
          Wiring.of(hear(AGENT, CALLER, Masking.KEYS), hear(CALLER, AGENT, Masking.NONE));
    };
  }

  default String label() {
    return getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
  }

  private static Hearing hear(Role listener, Role speaker, Masking masking) {
    return new Hearing(listener.port(), speaker.port(), masking);
  }
}
