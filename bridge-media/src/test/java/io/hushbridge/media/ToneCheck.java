package io.hushbridge.media;

import java.util.List;

/// Looks for a key's tone pair by Goertzel's filter, with none of the bridge's own detection.
final class ToneCheck {
  private static final int WINDOW = 80;
  private static final double LOUD = 500;

  private ToneCheck() {}

  /// Whether both tones sound together in any 10 ms.
  static boolean finds(int low, int high, short[] pcm) {
    for (int at = 0; at + WINDOW <= pcm.length; at += WINDOW / 2) {
      if (level(low, pcm, at) > LOUD && level(high, pcm, at) > LOUD) {
        return true;
      }
    }
    return false;
  }

  static boolean finds(int low, int high, List<Phone.Heard> packets) {
    short[] pcm = new short[packets.size() * Phone.FRAME];
    int at = 0;
    for (Phone.Heard packet : packets) {
      for (int i = 0; i < packet.payload().limit() && at < pcm.length; i++, at++) {
        pcm[at] = Phone.CODEC.decode(packet.payload().get(i));
      }
    }
    return finds(low, high, pcm);
  }

  private static double level(int hertz, short[] pcm, int from) {
    double turn = 2 * Math.cos(2 * Math.PI * hertz / 8000);
    double last = 0;
    double beforeLast = 0;
    for (int i = 0; i < WINDOW; i++) {
      double next = pcm[from + i] + turn * last - beforeLast;
      beforeLast = last;
      last = next;
    }
    double power = last * last + beforeLast * beforeLast - turn * last * beforeLast;
    return 2 * Math.sqrt(Math.max(0, power)) / WINDOW;
  }
}
