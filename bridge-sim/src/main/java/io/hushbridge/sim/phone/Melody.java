package io.hushbridge.sim.phone;

/// A voice without a language: words of one note each, out of a scale that is the speaker's own.
/// Notes are single and far from those of keys, so that no tone detector takes one for a digit.
public enum Melody {
  CALLER(310, 400, 350, 450),
  AGENT(540, 500, 620, 580),
  LINE(1070, 1030, 1150, 1110);

  private static final double LEVEL = 0.25;
  private static final int WORD_MILLIS = 180;
  private static final int PAUSE_MILLIS = 60;
  private static final int SLOPE = Sound.samples(12);

  @SuppressWarnings("ImmutableEnumChecker") // never written again
  private final int[] notes;

  Melody(int... notes) {
    this.notes = notes;
  }

  /// Words, filled up with a shorter one.
  public Sound lasting(int millis) {
    double[] samples = new double[Sound.samples(millis)];
    int step = Sound.samples(WORD_MILLIS + PAUSE_MILLIS);
    for (int word = 0; word * step < samples.length; word++) {
      int end = Math.min(word * step + Sound.samples(WORD_MILLIS), samples.length);
      sing(notes[word % notes.length], samples, word * step, end);
    }
    return Sound.of(samples);
  }

  /// One note, swelling and fading: a sharp edge would sound on every frequency.
  private static void sing(int hertz, double[] samples, int from, int to) {
    for (int i = from; i < to; i++) {
      double swell = Math.min(1, Math.min(i - from, to - i) / (double) SLOPE);
      samples[i] = LEVEL * swell * Math.sin(2 * Math.PI * hertz * (i - from) / 8000);
    }
  }
}
