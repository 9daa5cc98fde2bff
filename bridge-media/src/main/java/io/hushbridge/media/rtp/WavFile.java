package io.hushbridge.media.rtp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Reads prompts: WAV files of one channel at 8 kHz, linear 16-bit, mu-law or A-law.
///
///     "RIFF" size "WAVE" { id size bytes pad-to-even }...
///     fmt : format channels rate(32) bytes-per-second(32) block-align bits
public final class WavFile {
  private static final int PCM = 1;
  private static final int A_LAW = 6;
  private static final int MU_LAW = 7;
  private static final int EXTENSIBLE = 0xFFFE;
  private static final int RATE = 8000;

  private WavFile() {}

  /// The file as a prompt, named after the file.
  ///
  /// @throws IOException where it cannot be read, or is not such a file: the message says what it
  ///   is
  public static Prompt read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    return read(name, Files.readAllBytes(file));
  }

  /// The same from bytes.
  ///
  /// @throws IOException where they are not such a file: the message says what they are
  public static Prompt read(String name, byte[] bytes) throws IOException {
    return Prompt.of(name, samples(name, ByteBuffer.wrap(bytes)));
  }

  private static short[] samples(String name, ByteBuffer file) throws IOException {
    file.order(ByteOrder.LITTLE_ENDIAN);
    if (file.remaining() < 12 || !"RIFF".equals(id(file, 0)) || !"WAVE".equals(id(file, 8))) {
      throw new IOException(name + ": not a WAV file");
    }
    ByteBuffer format = chunk(file, "fmt ");
    ByteBuffer data = chunk(file, "data");
    if (format == null || format.remaining() < 16 || data == null) {
      throw new IOException(name + ": a WAV file without format or sound");
    }
    int coding = format.getShort(0) & 0xFFFF;
    if (coding == EXTENSIBLE && format.remaining() >= 26) {
      coding = format.getShort(24) & 0xFFFF;
    }
    int channels = format.getShort(2);
    int rate = format.getInt(4);
    int bits = format.getShort(14);
    if (channels == 1 && rate == RATE) {
      if (coding == PCM && bits == 16) {
        return linear(data);
      }
      if (bits == 8 && (coding == MU_LAW || coding == A_LAW)) {
        return expanded(data, coding == MU_LAW ? Codec.PCMU : Codec.PCMA);
      }
    }
    throw new IOException(
        "%s: %d channel(s), %d Hz, format %d of %d bits; want one channel at 8000 Hz, 16-bit PCM or 8-bit mu-law or A-law"
            .formatted(name, channels, rate, coding, bits));
  }

  private static short[] linear(ByteBuffer data) {
    short[] pcm = new short[data.remaining() / 2];
    data.asShortBuffer().get(pcm);
    return pcm;
  }

  private static short[] expanded(ByteBuffer data, Codec codec) {
    short[] pcm = new short[data.remaining()];
    for (int i = 0; i < pcm.length; i++) {
      pcm[i] = codec.decode(data.get(i));
    }
    return pcm;
  }

  /// The bytes of the first chunk of that name; a size beyond the file's end is cut to it, as
  /// streaming writers leave it so.
  private static @Nullable ByteBuffer chunk(ByteBuffer file, String wanted) {
    long at = 12;
    while (at + 8 <= file.limit()) {
      int start = (int) at + 8;
      long size = file.getInt((int) at + 4) & 0xFFFFFFFFL;
      if (id(file, (int) at).equals(wanted)) {
        int length = (int) Math.min(size, file.limit() - start);
        return file.slice(start, length).order(ByteOrder.LITTLE_ENDIAN);
      }
      at = start + size + (size & 1);
    }
    return null;
  }

  private static String id(ByteBuffer file, int at) {
    byte[] id = new byte[4];
    file.get(at, id);
    return new String(id, StandardCharsets.US_ASCII);
  }
}
