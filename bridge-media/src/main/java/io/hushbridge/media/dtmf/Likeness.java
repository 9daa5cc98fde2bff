package io.hushbridge.media.dtmf;

/// How much a window of audio must look like a key tone. Limits are ratios of power.
enum Likeness {
  /// Enough to count by, several in a row: beyond the 8 and 4 dB of twist and the 1.5 % of
  /// frequency that a receiver has to take (ITU-T Q.24), and far from speech.
  SURE(0.7f, decibels(12), decibels(7), decibels(6)),

  /// Enough to mask by, two in a row: any twist that a key could still be heard through.
  LIKELY(0.6f, decibels(15), decibels(15), decibels(3)),

  /// Enough to mask beside what is likely: a window that a tone pair may fill in part.
  PLAUSIBLE(0.4f, decibels(15), decibels(15), 1);

  /// Least share of the window's energy that the row and the column have together.
  final float share;

  /// Most that the row may have over the column.
  final float rowOverColumn;

  /// Most that the column may have over the row.
  final float columnOverRow;

  /// Least that each must have over the others of its side.
  final float overOthers;

  Likeness(float share, float rowOverColumn, float columnOverRow, float overOthers) {
    this.share = share;
    this.rowOverColumn = rowOverColumn;
    this.columnOverRow = columnOverRow;
    this.overOthers = overOthers;
  }

  private static float decibels(double decibels) {
    return (float) Math.pow(10, decibels / 10);
  }
}
