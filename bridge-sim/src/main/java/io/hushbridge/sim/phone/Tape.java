package io.hushbridge.sim.phone;

import java.util.Arrays;

/// What was heard, laid out in time by RTP timestamps, so that a gap is silence. Any thread.
final class Tape {
  /// A larger step of the timestamp is a new beginning: ten minutes.
  private static final int LARGEST_GAP = 10 * 60 * 8000;

  /// Comfort noise is below -40 dBm0; a voice is above.
  private static final int AUDIBLE = 400;

  private byte[] audio = new byte[1 << 15];
  private int length;
  private int audibleSamples;
  private boolean begun;
  private int ssrc;
  private int lastTimestamp;
  private int lastPlace;

  /// Takes a packet of mu-law.
  ///
  /// @return whether it is audible
  synchronized boolean take(Packet packet) {
    int place = placeOf(packet);
    begun = true;
    ssrc = packet.ssrc();
    lastTimestamp = packet.timestamp();
    lastPlace = place;
    put(place, packet.payload());
    boolean audible = isAudible(packet.payload());
    audibleSamples += audible ? packet.payload().length : 0;
    return audible;
  }

  private int placeOf(Packet packet) {
    int step = packet.timestamp() - lastTimestamp;
    boolean follows =
        begun && packet.ssrc() == ssrc && Math.abs(step) <= LARGEST_GAP && lastPlace + step >= 0;
    return follows ? lastPlace + step : length;
  }

  private void put(int place, byte[] payload) {
    int end = place + payload.length;
    if (end > audio.length) {
      audio = Arrays.copyOf(audio, Math.max(end, 2 * audio.length));
    }
    if (place > length) {
      Arrays.fill(audio, length, place, MuLaw.SILENCE);
    }
    System.arraycopy(payload, 0, audio, place, payload.length);
    length = Math.max(length, end);
  }

  private static boolean isAudible(byte[] payload) {
    for (byte code : payload) {
      if (Math.abs(MuLaw.decode(code)) > AUDIBLE) {
        return true;
      }
    }
    return false;
  }

  synchronized byte[] audio() {
    return Arrays.copyOf(audio, length);
  }

  synchronized int audibleMillis() {
    return audibleSamples / 8;
  }
}
