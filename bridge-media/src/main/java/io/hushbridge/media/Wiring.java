package io.hushbridge.media;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Who hears whom: a value, applied by a call's event loop in one task, so that no packet sees half
/// of it. A port that hears nobody is sent silence. A port that is not tapped reaches no fork.
///
/// @param hearings each pair of ears and mouth
/// @param tapped the ports whose sound the forks may take; every other fork track is gated
/// @param closed two ports that hear each other and that nobody else may touch
public record Wiring(Set<Hearing> hearings, Set<PortName> tapped, Optional<ClosedPair> closed) {

  /// Refuses what a closed pair forbids, and two mouths at one ear: nothing is mixed here.
  ///
  /// @throws IllegalArgumentException for a path that touches a closed pair from outside, or a
  ///   listener with two speakers
  public Wiring {
    hearings = Set.copyOf(hearings);
    tapped = Set.copyOf(tapped);
    refuseMixing(hearings);
    if (closed.isPresent()) {
      closed.get().refuseOutsiders(hearings, tapped);
    }
  }

  /// Nobody hears anybody and every fork is gated.
  public static Wiring silent() {
    return new Wiring(Set.of(), Set.of(), Optional.empty());
  }

  public static Wiring of(Hearing... hearings) {
    return new Wiring(Set.of(hearings), Set.of(), Optional.empty());
  }

  /// Two ports hear each other, nobody else hears either, and no fork takes them.
  public static Wiring closedPair(PortName a, PortName b) {
    return new Wiring(
        Set.of(new Hearing(a, b, Masking.NONE), new Hearing(b, a, Masking.NONE)),
        Set.of(),
        Optional.of(new ClosedPair(a, b)));
  }

  /// The same paths, with the forks' gates open for these ports.
  public Wiring tapping(PortName... ports) {
    return new Wiring(hearings, Set.of(ports), closed);
  }

  public boolean hears(PortName listener, PortName speaker) {
    return hearings.stream()
        .anyMatch(path -> path.listener().equals(listener) && path.speaker().equals(speaker));
  }

  private static void refuseMixing(Set<Hearing> hearings) {
    Set<PortName> listeners = new HashSet<>();
    for (Hearing path : hearings) {
      if (!listeners.add(path.listener())) {
        throw new IllegalArgumentException(
            "%s would hear two at once, and nothing is mixed here".formatted(path.listener()));
      }
    }
  }

  /// One listener hears one speaker.
  public record Hearing(PortName listener, PortName speaker, Masking masking) {}

  /// What is taken out on the way. `KEYS` silences events and tones, at the price of a stated
  /// delay.
  public enum Masking {
    NONE,
    KEYS
  }

  /// Two ports that are alone with each other.
  public record ClosedPair(PortName a, PortName b) {

    void refuseOutsiders(Set<Hearing> hearings, Set<PortName> tapped) {
      for (Hearing path : hearings) {
        if (has(path.listener()) != has(path.speaker())) {
          throw new IllegalArgumentException(
              "%s may not hear %s: the pair %s and %s is closed"
                  .formatted(path.listener(), path.speaker(), a, b));
        }
      }
      for (PortName port : tapped) {
        if (has(port)) {
          throw new IllegalArgumentException(
              "no fork may tap %s: the pair %s and %s is closed".formatted(port, a, b));
        }
      }
    }

    private boolean has(PortName port) {
      return port.equals(a) || port.equals(b);
    }
  }
}
