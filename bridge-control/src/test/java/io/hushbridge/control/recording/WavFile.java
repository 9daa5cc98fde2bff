package io.hushbridge.control.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/// A WAV read back by the JDK, which shares no code with ours.
final class WavFile {
  static final int LEFT = 0;
  static final int RIGHT = 1;
  private final AudioFormat format;
  private final ShortBuffer samples;

  private WavFile(AudioFormat format, ShortBuffer samples) {
    this.format = format;
    this.samples = samples;
  }

  static WavFile read(Path path) throws IOException {
    try (AudioInputStream audio = AudioSystem.getAudioInputStream(path.toFile())) {
      ByteBuffer bytes = ByteBuffer.wrap(audio.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      return new WavFile(audio.getFormat(), bytes.asShortBuffer());
    } catch (UnsupportedAudioFileException unreadable) {
      throw new IOException(unreadable);
    }
  }

  AudioFormat format() {
    return format;
  }

  int frames() {
    return samples.limit() / 2;
  }

  /// The distinct values of a channel between two frames.
  short[] values(int channel, int from, int to) {
    int[] values =
        IntStream.range(from, to).map(i -> samples.get(2 * i + channel)).distinct().toArray();
    short[] narrow = new short[values.length];
    for (int i = 0; i < values.length; i++) {
      narrow[i] = (short) values[i];
    }
    Arrays.sort(narrow);
    return narrow;
  }
}
