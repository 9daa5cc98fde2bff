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

  /// Both tones together must reach -54 dBm0: the amplitude is 1/20 of what the quietest key of a
  /// telephone brings.
  private static final float LEAST_ENERGY = 32f * 32f * LENGTH;

  private static final float SURE_SHARE = 0.65f;
  private static final float PLAUSIBLE_SHARE = 0.4f;

  /// Limits on powers: 10 dB for a row over its column, 7 dB for a column over its row, 6 dB for a
  /// tone over the others of its side, 15 dB for either side where plausible is enough.
  private static final float ROW_OVER_COLUMN = 10f;

  private static final float COLUMN_OVER_ROW = 5f;
  private static final float OVER_OTHERS = 4f;
  private static final float PLAUSIBLE_TWIST = 32f;

  private final float[] block = new float[BLOCK];
  private final float[][] real = new float[BLOCKS][TONES];
  private final float[][] imaginary = new float[BLOCKS][TONES];
  private final float[] energies = new float[BLOCKS];
  private final float[] powers = new float[TONES];
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
        table[tone][n] = (float) wave.at(2 * Math.PI * HERTZ[tone] * n / SAMPLE_HERTZ);
      }
    }
    return table;
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
    blocks++;
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

  /// The telephone-event code of a tone pair that stands alone and clear, or -1.
  int key() {
    boolean sure =
        share >= SURE_SHARE
            && powers[row] <= ROW_OVER_COLUMN * powers[column]
            && powers[column] <= COLUMN_OVER_ROW * powers[row]
            && standsOut(row, 0)
            && standsOut(column, SIDE);
    return sure ? KEYS[row * SIDE + column - SIDE] : -1;
  }

  private boolean standsOut(int best, int from) {
    for (int tone = from; tone < from + SIDE; tone++) {
      if (tone != best && powers[tone] * OVER_OTHERS > powers[best]) {
        return false;
      }
    }
    return true;
  }

  /// Whether a part of a tone pair may be in the window.
  boolean plausible() {
    return share >= PLAUSIBLE_SHARE
        && powers[row] <= PLAUSIBLE_TWIST * powers[column]
        && powers[column] <= PLAUSIBLE_TWIST * powers[row];
  }
}
