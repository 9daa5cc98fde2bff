package io.hushbridge.media.dtmf;

/// Whether a tone has the frequency that it seems to have, told by how far its phase moves from one
/// window to the next.
final class Tuning {
  /// Between the 1.5 % that has to be taken and the 3.5 % that has not (ITU-T Q.24).
  private static final double TOLERANCE = 0.022;

  private double lastReal;
  private double lastImaginary;
  private double moveReal;
  private double moveImaginary;

  /// Begins anew with the tone's correlation in a first window.
  void begin(double real, double imaginary) {
    moveReal = 0;
    moveImaginary = 0;
    lastReal = real;
    lastImaginary = imaginary;
  }

  /// Takes the correlation in the next window.
  void takes(double real, double imaginary) {
    moveReal += real * lastReal + imaginary * lastImaginary;
    moveImaginary += imaginary * lastReal - real * lastImaginary;
    lastReal = real;
    lastImaginary = imaginary;
  }

  /// Whether the phase has moved as it does at this frequency, on average.
  ///
  /// @param stepRadians what the phase of the frequency moves from window to window
  boolean isRight(double stepRadians) {
    double cos = Math.cos(stepRadians);
    double sin = Math.sin(stepRadians);
    double off =
        Math.atan2(moveImaginary * cos - moveReal * sin, moveReal * cos + moveImaginary * sin);
    return Math.abs(off) <= stepRadians * TOLERANCE;
  }
}
