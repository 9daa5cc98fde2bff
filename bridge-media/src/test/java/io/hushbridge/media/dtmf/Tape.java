package io.hushbridge.media.dtmf;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Test audio at 8 kHz that remembers where its tones lie. Levels in dBm0 for each of the two
/// tones; frequencies off by a share of themselves.
final class Tape {
  private static final double PEAK = 32124;
  private static final double PEAK_DBM0 = 3.17;
  private static final double[] ROWS = {697, 770, 852, 941};
  private static final double[] COLUMNS = {1209, 1336, 1477, 1633};
  private static final String LAYOUT = "123A456B789C*0#D";

  private final List<double[]> parts = new ArrayList<>();
  private final List<int[]> tones = new ArrayList<>();
  private final Random random;
  private int length;
  private double rowDbm0 = -10;
  private double columnDbm0 = -10;
  private double off;

  Tape(Random random) {
    this.random = random;
  }

  Tape levels(double rowDbm0, double columnDbm0) {
    this.rowDbm0 = rowDbm0;
    this.columnDbm0 = columnDbm0;
    return this;
  }

  Tape off(double share) {
    off = share;
    return this;
  }

  Tape silence(int samples) {
    return part(new double[samples]);
  }

  Tape key(char key, int samples) {
    int place = LAYOUT.indexOf(key);
    double[] tone = new double[samples];
    add(tone, ROWS[place / 4], rowDbm0);
    add(tone, COLUMNS[place % 4], columnDbm0);
    tones.add(new int[] {length, length + samples});
    return part(tone);
  }

  private void add(double[] tone, double hertz, double dbm0) {
    double phase = random.nextDouble() * 2 * Math.PI;
    for (int n = 0; n < tone.length; n++) {
      tone[n] += amplitude(dbm0) * Math.sin(phase + 2 * Math.PI * hertz * (1 + off) * n / 8000);
    }
  }

  /// Syllables of a voice: harmonics of a gliding pitch under two gliding formants.
  Tape voice(int syllables) {
    for (int i = 0; i < syllables; i++) {
      part(syllable());
      silence(random.nextInt(1200));
    }
    return this;
  }

  private double[] syllable() {
    double[] sound = new double[800 + random.nextInt(2400)];
    double pitch = 80 + random.nextInt(220);
    double glide = (random.nextDouble() - 0.5) * 0.3;
    double first = 300 + random.nextInt(600);
    double second = 900 + random.nextInt(1400);
    double angle = 0;
    for (int n = 0; n < sound.length; n++) {
      double done = (double) n / sound.length;
      double hertz = pitch * (1 + glide * done);
      angle += 2 * Math.PI * hertz / 8000;
      for (int harmonic = 1; harmonic * hertz < 3400; harmonic++) {
        double at = harmonic * hertz;
        double weight = formant(at, first, 80) + 0.5 * formant(at, second, 120);
        sound[n] += 6000 * weight * Math.sin(harmonic * angle);
      }
      sound[n] *= Math.sin(Math.PI * done);
    }
    return sound;
  }

  private static double formant(double hertz, double centre, double width) {
    double away = (hertz - centre) / width;
    return 1 / Math.sqrt(1 + away * away);
  }

  private Tape part(double[] sound) {
    parts.add(sound);
    length += sound.length;
    return this;
  }

  private static double amplitude(double dbm0) {
    return PEAK * Math.pow(10, (dbm0 - PEAK_DBM0) / 20);
  }

  /// First sample of each tone, and the first behind it.
  List<int[]> tones() {
    return tones;
  }

  short[] pcm(Law law) {
    return noisy(law, 0);
  }

  /// White noise all along, this many dB below the two tones together.
  short[] noisy(Law law, double signalToNoise) {
    double power = Math.pow(amplitude(rowDbm0), 2) / 2 + Math.pow(amplitude(columnDbm0), 2) / 2;
    double noise = signalToNoise == 0 ? 0 : Math.sqrt(power / Math.pow(10, signalToNoise / 10));
    short[] pcm = new short[length];
    int at = 0;
    for (double[] sound : parts) {
      for (double sample : sound) {
        pcm[at++] = law.through(sample + noise * random.nextGaussian());
      }
    }
    return pcm;
  }

  /// What a sample is after it went through G.711, by the formula rather than by a table.
  enum Law {
    MU(132),
    A(0);

    private final int bias;

    Law(int bias) {
      this.bias = bias;
    }

    short through(double sample) {
      int size = (int) Math.min(PEAK, Math.abs(sample)) + bias;
      int segment = Math.max(0, 24 - Integer.numberOfLeadingZeros(size));
      int step = this == MU ? 8 << segment : 16 << Math.max(0, segment - 1);
      int decoded = size / step * step + step / 2 - bias;
      return (short) (sample < 0 ? -decoded : decoded);
    }
  }
}
