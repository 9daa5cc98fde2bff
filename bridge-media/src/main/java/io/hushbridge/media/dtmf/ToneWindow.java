package io.hushbridge.media.dtmf;

/// How much of the eight key tones the last 12 ms of audio hold.
///
/// Audio is taken in blocks of 4 ms, each correlated once with each tone; a window is three blocks
/// turned to one phase and added up, so that windows may step by a block without any sample being
/// correlated twice. A window of 96 samples tells neighbouring rows (73 Hz) apart by 17 dB and
/// weakens a tone that is 1.5 % off by 1.3 dB at most. Allocates nothing once made.
final class ToneWindow {
  static final int BLOCK = 32;
  static final int BLOCKS = 3;
  static final int LENGTH = BLOCK * BLOCKS;

  private static final int SIDE = 4;
  private static final int TONES = 2 * SIDE;
  private static final double SAMPLE_HERTZ = 8000;

  /// Rows, then columns, of the keypad (ITU-T Q.23).
  private static final double[] HERTZ = {697, 770, 852, 941, 1209, 1336, 1477, 1633};

  /// Telephone-event codes by row and column.
  private static final int[] KEYS = {1, 2, 3, 12, 4, 5, 6, 13, 7, 8, 9, 14, 10, 0, 11, 15};

  private static final float[][] COS = table(Math::cos);
  private static final float[][] SIN = table(Math::sin);

  /// Anything below -60 dBm0 is silence.
  private static final float LEAST_ENERGY = 16f * 16f * LENGTH;

  private final float[] block = new float[BLOCK];
  private final float[][] real = new float[BLOCKS][TONES];
  private final float[][] imaginary = new float[BLOCKS][TONES];
  private final float[] energies = new float[BLOCKS];
  private final float[] sumReal = new float[TONES];
  private final float[] sumImaginary = new float[TONES];
  private final float[] powers = new float[TONES];
  private final Tuning rowTuning = new Tuning();
  private final Tuning columnTuning = new Tuning();
  private int filled;
  private int blocks;
  private int row;
  private int column;
  private float share;

  private interface Wave {
    double at(double angle);
  }

  private static float[][] table(Wave wave) {
    var table = new float[TONES][BLOCK + 1];
    for (int tone = 0; tone < TONES; tone++) {
      for (int n = 0; n <= BLOCK; n++) {
        table[tone][n] = (float) wave.at(angle(tone, n));
      }
    }
    return table;
  }

  private static double angle(int tone, int samples) {
    return 2 * Math.PI * HERTZ[tone] * samples / SAMPLE_HERTZ;
  }

  /// Forgets all audio.
  void clear() {
    filled = 0;
    blocks = 0;
  }

  /// Takes one sample.
  ///
  /// @return whether a window ends with it, of which the other methods tell from now on
  boolean takes(short sample) {
    block[filled++] = sample;
    if (filled < BLOCK) {
      return false;
    }
    filled = 0;
    correlate(blocks % BLOCKS);
    blocks = blocks + 1 < 2 * BLOCKS ? blocks + 1 : BLOCKS;
    if (blocks < BLOCKS) {
      return false;
    }
    judge();
    return true;
  }

  private void correlate(int slot) {
    float energy = 0;
    for (float sample : block) {
      energy += sample * sample;
    }
    energies[slot] = energy;
    for (int tone = 0; tone < TONES; tone++) {
      float[] cos = COS[tone];
      float[] sin = SIN[tone];
      float re = 0;
      float im = 0;
      for (int n = 0; n < BLOCK; n++) {
        re += block[n] * cos[n];
        im -= block[n] * sin[n];
      }
      real[slot][tone] = re;
      imaginary[slot][tone] = im;
    }
  }

  private void judge() {
    float energy = 0;
    for (float part : energies) {
      energy += part;
    }
    share = 0;
    if (energy < LEAST_ENERGY) {
      return;
    }
    for (int tone = 0; tone < TONES; tone++) {
      powers[tone] = power(tone);
    }
    row = strongest(0);
    column = strongest(SIDE);
    share = 2 * (powers[row] + powers[column]) / (LENGTH * energy);
    rowTuning.takes(sumReal[row], sumImaginary[row]);
    columnTuning.takes(sumReal[column], sumImaginary[column]);
  }

  /// From this window on it is watched whether the pair is in tune.
  void beginTuning() {
    rowTuning.begin(sumReal[row], sumImaginary[row]);
    columnTuning.begin(sumReal[column], sumImaginary[column]);
  }

  /// Whether both frequencies have been right since `beginTuning`, which a voice seldom is.
  boolean inTune() {
    return rowTuning.isRight(angle(row, BLOCK)) && columnTuning.isRight(angle(column, BLOCK));
  }

  /// Power of a tone in the window: the blocks from last to first, each turned by the length of one
  /// before the next is added.
  private float power(int tone) {
    float turnRe = COS[tone][BLOCK];
    float turnIm = -SIN[tone][BLOCK];
    float re = 0;
    float im = 0;
    for (int back = 1; back <= BLOCKS; back++) {
      int slot = (blocks - back) % BLOCKS;
      float turned = re * turnRe - im * turnIm + real[slot][tone];
      im = re * turnIm + im * turnRe + imaginary[slot][tone];
      re = turned;
    }
    sumReal[tone] = re;
    sumImaginary[tone] = im;
    return re * re + im * im;
  }

  private int strongest(int from) {
    int best = from;
    for (int tone = from + 1; tone < from + SIDE; tone++) {
      if (powers[tone] > powers[best]) {
        best = tone;
      }
    }
    return best;
  }

  /// The telephone-event code of the tone pair in the window, or -1 where there is nothing like
  /// one.
  int key(Likeness wanted) {
    boolean found =
        share >= wanted.share
            && powers[row] <= wanted.rowOverColumn * powers[column]
            && powers[column] <= wanted.columnOverRow * powers[row]
            && standsOut(row, 0, wanted.overOthers)
            && standsOut(column, SIDE, wanted.overOthers);
    return found ? KEYS[row * SIDE + column - SIDE] : -1;
  }

  private boolean standsOut(int best, int from, float overOthers) {
    for (int tone = from; tone < from + SIDE; tone++) {
      if (tone != best && powers[tone] * overOthers > powers[best]) {
        return false;
      }
    }
    return true;
  }
}
