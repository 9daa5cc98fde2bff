package io.hushbridge.sim;

import java.util.HashSet;
import java.util.Set;

/// How the far ends behave.
///
/// @param tries how many cards the line takes in one session before it gives up
/// @param voice how agent and line speak
/// @param loss share of the caller's RTP packets that is lost, 0 to 1
/// @param seed of every random choice of the far ends
public record Conduct(Set<Fault> faults, int tries, Voice voice, double loss, long seed) {

  public Conduct {
    faults = Set.copyOf(faults);
    if (tries < 1 || loss < 0 || loss > 1) {
      throw new IllegalArgumentException("want at least one try, and a loss of 0 to 1");
    }
  }

  /// Nobody misbehaves; a declined card ends the session.
  public static Conduct orderly(long seed) {
    return new Conduct(Set.of(), 1, Voice.TONAL, 0, seed);
  }

  public Conduct with(Fault... more) {
    Set<Fault> all = new HashSet<>(faults);
    all.addAll(Set.of(more));
    return new Conduct(all, tries, voice, loss, seed);
  }

  public Conduct withTries(int tries) {
    return new Conduct(faults, tries, voice, loss, seed);
  }

  public Conduct losing(double loss) {
    return new Conduct(faults, tries, voice, loss, seed);
  }

  public Conduct speaking(Voice voice) {
    return new Conduct(faults, tries, voice, loss, seed);
  }

  boolean has(Fault fault) {
    return faults.contains(fault);
  }
}
