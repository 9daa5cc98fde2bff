package io.hushbridge.sim.phone;

/// G.711 A-law, by its segments.
final class ALaw {
  private static final int TOGGLED = 0x55;

  private ALaw() {}

  static byte encode(int sample) {
    int sign = sample < 0 ? 0 : 0x80;
    int magnitude = Math.min(sample < 0 ? ~sample : sample, Short.MAX_VALUE) >> 4;
    int segment = magnitude < 16 ? 0 : 28 - Integer.numberOfLeadingZeros(magnitude);
    int mantissa = (segment < 2 ? magnitude : magnitude >> (segment - 1)) & 0x0F;
    return (byte) ((sign | (segment << 4) | mantissa) ^ TOGGLED);
  }

  static short decode(byte code) {
    int bits = code ^ TOGGLED;
    int segment = (bits >> 4) & 7;
    int step = ((bits & 0x0F) << 4) + 8;
    int magnitude = segment == 0 ? step : (step + 0x100) << (segment - 1);
    return (short) ((bits & 0x80) == 0 ? -magnitude : magnitude);
  }

  /// The same audio.
  static byte[] ofMuLaw(byte[] muLaw) {
    byte[] aLaw = new byte[muLaw.length];
    for (int i = 0; i < aLaw.length; i++) {
      aLaw[i] = encode(MuLaw.decode(muLaw[i]));
    }
    return aLaw;
  }

  /// The same audio.
  static byte[] toMuLaw(byte[] aLaw) {
    byte[] muLaw = new byte[aLaw.length];
    for (int i = 0; i < muLaw.length; i++) {
      muLaw[i] = MuLaw.encode(decode(aLaw[i]));
    }
    return muLaw;
  }
}
