package io.hushbridge.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavFileTest {
  @TempDir private Path folder;

  @Test
  void linearSamplesAreReadAsTheyAre() throws IOException {
    Prompt prompt = WavFile.read(wav(1, 1, 8000, 16, new byte[] {1, 0, (byte) 0xFF, (byte) 0xFF}));

    assertThat(prompt.name()).isEqualTo("prompt.wav");
    assertThat(prompt.length()).isEqualTo(2);
    assertThat(prompt.sample(0)).isEqualTo((short) 1);
    assertThat(prompt.sample(1)).isEqualTo((short) -1);
  }

  @Test
  void bothLawsAreExpanded() throws IOException {
    byte[] codes = {(byte) 0x80, (byte) 0xD5};

    Prompt mu = WavFile.read(wav(7, 1, 8000, 8, codes));
    assertThat(mu.sample(0)).isEqualTo(Codec.PCMU.decode((byte) 0x80));
    Prompt a = WavFile.read(wav(6, 1, 8000, 8, codes));
    assertThat(a.sample(1)).isEqualTo(Codec.PCMA.decode((byte) 0xD5));
  }

  @Test
  void anotherRateIsRefusedWithASentenceThatHelps() throws IOException {
    Path file = wav(1, 2, 44_100, 16, new byte[4]);

    assertThatThrownBy(() -> WavFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("prompt.wav: 2 channel(s), 44100 Hz")
        .hasMessageContaining("want one channel at 8000 Hz");
  }

  @Test
  void whatIsNoWavFileIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("prompt.wav"), "RIFF, but no more");

    assertThatThrownBy(() -> WavFile.read(file)).hasMessageContaining("not a WAV file");
  }

  @Test
  void aFileCutShortAnywhereIsReadOrRefusedWithoutHarm() throws IOException {
    byte[] whole = Files.readAllBytes(wav(1, 1, 8000, 16, new byte[8]));
    for (int length = 0; length < whole.length; length++) {
      Path cut = folder.resolve("cut.wav");
      Files.write(cut, java.util.Arrays.copyOf(whole, length));
      try {
        assertThat(WavFile.read(cut).length()).isLessThan(4);
      } catch (IOException refused) {
        assertThat(refused).hasMessageStartingWith("cut.wav");
      }
    }
  }

  private Path wav(int format, int channels, int rate, int bits, byte[] data) throws IOException {
    ByteBuffer file = ByteBuffer.allocate(12 + 12 + 24 + 8 + data.length);
    file.order(ByteOrder.LITTLE_ENDIAN);
    file.put(id("RIFF")).putInt(file.capacity() - 8).put(id("WAVE"));
    file.put(id("LIST")).putInt(3).put(new byte[4]);
    file.put(id("fmt ")).putInt(16).putShort((short) format).putShort((short) channels);
    file.putInt(rate).putInt(rate * channels * bits / 8).putShort((short) (channels * bits / 8));
    file.putShort((short) bits);
    file.put(id("data")).putInt(data.length).put(data);
    return Files.write(folder.resolve("prompt.wav"), file.array());
  }

  private static byte[] id(String name) {
    return name.getBytes(StandardCharsets.US_ASCII);
  }
}
