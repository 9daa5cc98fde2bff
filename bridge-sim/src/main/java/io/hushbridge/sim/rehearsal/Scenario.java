package io.hushbridge.sim.rehearsal;

import io.hushbridge.sim.Conduct;
import io.hushbridge.sim.Fault;
import java.util.LinkedHashMap;
import java.util.Map;

/// A call to be played, and how it must end.
///
/// @param story what happens, in a line
/// @param conduct how the far ends behave
/// @param end how it must end
/// @param limits of the bridge that differ from the shipped ones, as in `config/bridge.yaml`
record Scenario(
    String name,
    String story,
    Conduct conduct,
    CallerDoes caller,
    End end,
    Map<String, String> limits) {
  private static final long SEED = 20261120;

  Scenario {
    limits = Map.copyOf(limits);
  }

  /// How a scenario ends.
  ///
  /// @param outcome the payment's
  /// @param reach how far the payment gets
  /// @param talkAgain whether caller and agent talk once more
  record End(String outcome, Reach reach, boolean talkAgain) {}

  /// How far a payment gets on its way; each includes those before it.
  enum Reach {
    /// Caller and agent talk on as if nothing had been.
    ASKED,
    /// Nobody hears the caller.
    SHIELDED,
    /// Every recorder has confirmed, and the line is called.
    PAUSED,
    /// Caller and line are joined.
    JOINED
  }

  boolean reaches(Reach reach) {
    return end.reach().compareTo(reach) >= 0;
  }

  /// A scenario in which nobody misbehaves and the caller pays.
  static Scenario of(String name, String story, CallerDoes caller, End end) {
    return new Scenario(name, story, Conduct.orderly(SEED), caller, end, Map.of());
  }

  Scenario with(Fault... faults) {
    return with(conduct.with(faults));
  }

  Scenario withTries(int tries) {
    return with(conduct.withTries(tries));
  }

  private Scenario with(Conduct other) {
    return new Scenario(name, story, other, caller, end, limits);
  }

  Scenario limit(String what, String duration) {
    var more = new LinkedHashMap<>(limits);
    more.put(what, duration);
    return new Scenario(name, story, conduct, caller, end, more);
  }
}
