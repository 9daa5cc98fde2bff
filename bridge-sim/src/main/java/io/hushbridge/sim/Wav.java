package io.hushbridge.sim;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes WAV files of mu-law, 8 kHz, one channel.
final class Wav {
  private static final int HEADER = 46;
  private static final short MU_LAW = 7;
  private static final int RATE = 8000;

  private Wav() {}

  static void write(Path file, byte[] muLaw) throws IOException {
    ByteBuffer wav =
        ByteBuffer.allocate(HEADER + muLaw.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(ascii("RIFF"))
            .putInt(HEADER - 8 + muLaw.length)
            .put(ascii("WAVEfmt "))
            .putInt(18)
            .putShort(MU_LAW)
            .putShort((short) 1)
            .putInt(RATE)
            .putInt(RATE)
            .putShort((short) 1)
            .putShort((short) 8)
            .putShort((short) 0)
            .put(ascii("data"))
            .putInt(muLaw.length)
            .put(muLaw);
    Files.write(file, wav.array());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
