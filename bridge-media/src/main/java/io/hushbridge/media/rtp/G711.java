package io.hushbridge.media.rtp;

/// G.711 by table, one entry for each sample and each code (ITU-T G.711; the laws as in G.191).
final class G711 {
  private static final int MU_BIAS = 0x84;
  private static final int MU_CLIP = 32635;
  private static final short[] FROM_MU = new short[256];
  private static final short[] FROM_A = new short[256];
  private static final byte[] TO_MU = new byte[1 << 16];
  private static final byte[] TO_A = new byte[1 << 16];

  static {
    for (int code = 0; code < 256; code++) {
      FROM_MU[code] = expandMu(code);
      FROM_A[code] = expandA(code);
    }
    for (int sample = 0; sample < 1 << 16; sample++) {
      TO_MU[sample] = compressMu((short) sample);
      TO_A[sample] = compressA((short) sample);
    }
  }

  private G711() {}

  static byte muLaw(short sample) {
    return TO_MU[sample & 0xFFFF];
  }

  static byte aLaw(short sample) {
    return TO_A[sample & 0xFFFF];
  }

  static short fromMuLaw(byte code) {
    return FROM_MU[code & 0xFF];
  }

  static short fromALaw(byte code) {
    return FROM_A[code & 0xFF];
  }

  private static byte compressMu(short sample) {
    int sign = sample < 0 ? 0x80 : 0;
    int magnitude = Math.min(Math.abs((int) sample), MU_CLIP) + MU_BIAS;
    int exponent = 24 - Integer.numberOfLeadingZeros(magnitude);
    int mantissa = (magnitude >> (exponent + 3)) & 0x0F;
    return (byte) ~(sign | (exponent << 4) | mantissa);
  }

  private static short expandMu(int code) {
    int bits = ~code & 0xFF;
    int exponent = (bits >> 4) & 0x07;
    int magnitude = ((((bits & 0x0F) << 3) + MU_BIAS) << exponent) - MU_BIAS;
    return (short) ((bits & 0x80) != 0 ? -magnitude : magnitude);
  }

  private static byte compressA(short sample) {
    int sign = sample < 0 ? 0 : 0x80;
    int magnitude = (sample < 0 ? ~sample : sample) >> 4;
    int exponent = Math.max(0, 28 - Integer.numberOfLeadingZeros(magnitude));
    int mantissa = (magnitude >> Math.max(0, exponent - 1)) & 0x0F;
    return (byte) ((sign | (exponent << 4) | mantissa) ^ 0x55);
  }

  private static short expandA(int code) {
    int bits = code ^ 0x55;
    int exponent = (bits >> 4) & 0x07;
    int magnitude = ((bits & 0x0F) << 4) + 8;
    if (exponent > 0) {
      magnitude = (magnitude + 0x100) << (exponent - 1);
    }
    return (short) ((bits & 0x80) != 0 ? magnitude : -magnitude);
  }
}
