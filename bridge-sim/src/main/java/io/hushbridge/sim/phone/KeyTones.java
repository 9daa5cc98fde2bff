package io.hushbridge.sim.phone;

/// Keys as tones in the audio (ITU-T Q.23).
final class KeyTones {
  private static final String KEYS = "123A456B789C*0#D";
  private static final int[] ROWS = {697, 770, 852, 941};
  private static final int[] COLUMNS = {1209, 1336, 1477, 1633};
  private static final double LEVEL = 0.2;

  private KeyTones() {}

  /// One after the other.
  static Sound of(String keys, int toneMillis, int gapMillis) {
    int step = Sound.samples(toneMillis + gapMillis);
    double[] samples = new double[keys.length() * step];
    for (int i = 0; i < keys.length(); i++) {
      int place = KEYS.indexOf(keys.charAt(i));
      if (place < 0) {
        throw new IllegalArgumentException("not a key");
      }
      for (int t = 0; t < Sound.samples(toneMillis); t++) {
        samples[i * step + t] = LEVEL * (wave(ROWS[place / 4], t) + wave(COLUMNS[place % 4], t));
      }
    }
    return Sound.of(samples);
  }

  private static double wave(int hertz, int sample) {
    return Math.sin(2 * Math.PI * hertz * sample / 8000);
  }
}
