package io.hushbridge.sim.phone;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Sounds from the class path.
public final class Recorded {
  private static final int FIRST_CHUNK = 12;
  private static final int CHUNK_HEAD = 8;

  private Recorded() {}

  /// A WAV of mu-law, 8 kHz, one channel.
  public static Sound in(String resource) {
    try (InputStream in = Recorded.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no sound " + resource);
      }
      return Sound.of(data(in.readAllBytes()));
    } catch (IOException e) {
      throw new IllegalStateException(resource, e);
    }
  }

  private static byte[] data(byte[] wav) {
    ByteBuffer chunks = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
    int at = FIRST_CHUNK;
    while (wav[at] != 'd') {
      at += CHUNK_HEAD + chunks.getInt(at + 4);
    }
    int length = chunks.getInt(at + 4);
    return Arrays.copyOfRange(wav, at + CHUNK_HEAD, at + CHUNK_HEAD + length);
  }
}
