package io.hushbridge.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What the calls of one voice agent have in common. Any thread.
final class AgentDesk {
  private final Watch watch = new Watch();
  private final List<String> outcomes = new ArrayList<>();
  private final Conduct conduct;
  private final Story story;
  private volatile Consumer<AgentCall> onAnswered = call -> {};

  AgentDesk(Conduct conduct, Story story) {
    this.conduct = conduct;
    this.story = story;
  }

  Watch watch() {
    return watch;
  }

  Conduct conduct() {
    return conduct;
  }

  Story story() {
    return story;
  }

  /// What happens with each new call, once it stands. Must return at once.
  void onAnswered(Consumer<AgentCall> script) {
    onAnswered = script;
  }

  /// A new call stands.
  void answered(AgentCall call) {
    onAnswered.accept(call);
  }

  /// An `X-Hush-Outcome` has come.
  void outcome(String header) {
    story.tell("is told by SIP: " + label(header));
    watch.change(() -> outcomes.add(header));
  }

  List<String> outcomes() {
    return watch.read(() -> List.copyOf(outcomes));
  }

  /// What there is to say to a caller who comes back with this outcome.
  static Phrase phraseFor(String outcome) {
    return switch (label(outcome)) {
      case "paid" -> Phrase.AGENT_PAID;
      case "declined" -> Phrase.AGENT_DECLINED;
      default -> Phrase.AGENT_NOT_PAID;
    };
  }

  private static String label(String outcome) {
    return outcome.split(";", 2)[0].strip();
  }
}
