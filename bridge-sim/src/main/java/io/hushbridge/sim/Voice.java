package io.hushbridge.sim;

import io.hushbridge.sim.phone.Melody;
import io.hushbridge.sim.phone.Recorded;
import io.hushbridge.sim.phone.Sound;

/// How the machines among the far ends speak.
public enum Voice {
  /// Melodies, that no speech can be taken for: for rehearsals.
  TONAL,
  /// English: for people who call in.
  SPOKEN;

  Sound says(Phrase phrase) {
    return switch (this) {
      case TONAL -> melodyOf(phrase.speaker()).lasting(phrase.tonalMillis());
      case SPOKEN -> Recorded.in("/prompts/" + phrase.resource() + ".wav");
    };
  }

  private static Melody melodyOf(Phrase.Speaker speaker) {
    return switch (speaker) {
      case AGENT -> Melody.AGENT;
      case LINE -> Melody.LINE;
    };
  }
}
