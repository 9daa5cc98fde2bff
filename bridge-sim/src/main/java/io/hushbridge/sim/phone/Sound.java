package io.hushbridge.sim.phone;

import java.util.Arrays;

/// Something to be heard: G.711 mu-law at 8 kHz.
public final class Sound {
  /// Samples of a packet: 20 ms.
  static final int FRAME = 160;

  private static final int PER_MILLI = 8;

  private final byte[] audio;

  private Sound(byte[] audio) {
    this.audio = audio;
  }

  /// Audio that is mu-law already, filled up to whole packets.
  static Sound of(byte[] muLaw) {
    byte[] whole = Arrays.copyOf(muLaw, (muLaw.length + FRAME - 1) / FRAME * FRAME);
    Arrays.fill(whole, muLaw.length, whole.length, MuLaw.SILENCE);
    return new Sound(whole);
  }

  /// Audio made of samples, -1 to 1.
  static Sound of(double[] samples) {
    byte[] muLaw = new byte[samples.length];
    for (int i = 0; i < samples.length; i++) {
      muLaw[i] = MuLaw.encode((int) (samples[i] * Short.MAX_VALUE));
    }
    return of(muLaw);
  }

  public static Sound silence(int millis) {
    byte[] silent = new byte[millis * PER_MILLI];
    Arrays.fill(silent, MuLaw.SILENCE);
    return of(silent);
  }

  static int samples(int millis) {
    return millis * PER_MILLI;
  }

  int frames() {
    return audio.length / FRAME;
  }

  byte[] frame(int index) {
    return Arrays.copyOfRange(audio, index * FRAME, (index + 1) * FRAME);
  }
}
