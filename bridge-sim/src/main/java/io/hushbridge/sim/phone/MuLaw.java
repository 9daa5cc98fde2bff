package io.hushbridge.sim.phone;

/// G.711 mu-law, by its segments.
final class MuLaw {
  static final byte SILENCE = (byte) 0xFF;

  private static final int BIAS = 0x84;
  private static final int CLIP = 32635;

  private MuLaw() {}

  static byte encode(int sample) {
    int sign = sample < 0 ? 0x80 : 0;
    int magnitude = Math.min(Math.abs(sample), CLIP) + BIAS;
    int segment = 24 - Integer.numberOfLeadingZeros(magnitude);
    int mantissa = (magnitude >> (segment + 3)) & 0x0F;
    return (byte) ~(sign | (segment << 4) | mantissa);
  }

  static short decode(byte code) {
    int bits = ~code;
    int segment = (bits >> 4) & 7;
    int magnitude = ((((bits & 0x0F) << 3) + BIAS) << segment) - BIAS;
    return (short) ((bits & 0x80) == 0 ? magnitude : -magnitude);
  }
}
