package io.hushbridge.sim.rehearsal;

import java.util.Arrays;
import java.util.List;

/// Lays the audio of packets out in time as a listener would hear it: by timestamp, so that
/// disorder is mended and a gap is silence.
final class Listening {
  /// A larger step of the timestamp is a new beginning, not a gap.
  private static final int LARGEST_GAP = 80_000;

  private byte[] heard = new byte[1 << 16];
  private int length;

  private Listening(byte silence) {
    Arrays.fill(heard, silence);
  }

  /// Joins packets.
  ///
  /// @param packets G.711 of one source and type, in the order they came
  /// @return G.711 without a hole
  static byte[] to(List<RtpPacket> packets) {
    byte silence = (byte) (packets.getFirst().isALaw() ? 0xD5 : 0xFF);
    var listening = new Listening(silence);
    int place = 0;
    RtpPacket last = packets.getFirst();
    for (RtpPacket packet : packets) {
      int step = (int) (packet.timestamp() - last.timestamp());
      boolean follows = Math.abs(step) <= LARGEST_GAP && place + step >= 0;
      place = follows ? place + step : listening.length;
      listening.put(place, packet.payload(), silence);
      last = packet;
    }
    return Arrays.copyOf(listening.heard, listening.length);
  }

  private void put(int place, byte[] audio, byte silence) {
    int end = place + audio.length;
    if (end > heard.length) {
      int room = heard.length;
      heard = Arrays.copyOf(heard, Math.max(end, 2 * room));
      Arrays.fill(heard, room, heard.length, silence);
    }
    System.arraycopy(audio, 0, heard, place, audio.length);
    length = Math.max(length, end);
  }
}
