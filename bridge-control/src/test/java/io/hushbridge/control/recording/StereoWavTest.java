package io.hushbridge.control.recording;

import static io.hushbridge.control.recording.WavFile.LEFT;
import static io.hushbridge.control.recording.WavFile.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StereoWavTest {
  private static final short CALLER = 1000;
  private static final short AGENT = -2000;

  @TempDir Path directory;

  private Path path() {
    return directory.resolve("c-1.wav");
  }

  private static Stretch stretch(int channel, long position, int samples, short value) {
    short[] pcm = new short[samples];
    Arrays.fill(pcm, value);
    return Stretch.copyOf(channel, position, pcm);
  }

  @Test
  void eachTrackKeepsItsChannelAndItsPlaceInWhateverOrderItComes() throws Exception {
    try (StereoWav wav = StereoWav.create(path())) {
      wav.write(List.of(stretch(RIGHT, 160, 160, AGENT), stretch(LEFT, 320, 160, CALLER)));
      wav.write(List.of(stretch(LEFT, 0, 160, CALLER)));
    }

    WavFile heard = WavFile.read(path());
    assertThat(heard.frames()).isEqualTo(480);
    assertThat(heard.values(LEFT, 0, 160)).containsExactly(CALLER);
    assertThat(heard.values(LEFT, 160, 320)).containsExactly(0);
    assertThat(heard.values(LEFT, 320, 480)).containsExactly(CALLER);
    assertThat(heard.values(RIGHT, 0, 160)).containsExactly(0);
    assertThat(heard.values(RIGHT, 160, 320)).containsExactly(AGENT);
    assertThat(heard.values(RIGHT, 320, 480)).containsExactly(0);
  }

  @Test
  void itIsPcmOfSixteenBitsAtEightKilohertzInStereo() throws Exception {
    try (StereoWav wav = StereoWav.create(path())) {
      wav.lastAtLeast(8000);
    }

    var format = WavFile.read(path()).format();
    assertThat(format.getChannels()).isEqualTo(2);
    assertThat(format.getSampleRate()).isEqualTo(8000f);
    assertThat(format.getSampleSizeInBits()).isEqualTo(16);
    assertThat(Sox.info(path()))
        .contains("Duration       : 00:00:01.00", "16-bit Signed Integer PCM");
  }

  @Test
  void aLongSilenceKeepsTimeInOneBatchToo() throws Exception {
    try (StereoWav wav = StereoWav.create(path())) {
      wav.write(List.of(stretch(LEFT, 0, 160, CALLER), stretch(LEFT, 80_000, 160, CALLER)));
    }

    WavFile heard = WavFile.read(path());
    assertThat(heard.frames()).isEqualTo(80_160);
    assertThat(heard.values(LEFT, 160, 80_000)).containsExactly(0);
    assertThat(heard.values(LEFT, 80_000, 80_160)).containsExactly(CALLER);
  }

  @Test
  void aSilentEndLasts() throws Exception {
    try (StereoWav wav = StereoWav.create(path())) {
      wav.write(List.of(stretch(LEFT, 0, 160, CALLER)));
      wav.lastAtLeast(16_000);
      wav.lastAtLeast(100);
    }

    assertThat(WavFile.read(path()).frames()).isEqualTo(16_000);
  }

  @Test
  void aFileThatWasNeverClosedStillPlays() throws Exception {
    try (StereoWav wav = StereoWav.create(path())) {
      wav.write(List.of(stretch(LEFT, 0, 8000, CALLER)));
      Path asACrashLeavesIt = Files.copy(path(), directory.resolve("crash.wav"));

      assertThat(WavFile.read(asACrashLeavesIt).frames()).isEqualTo(8000);
      assertThat(Sox.info(asACrashLeavesIt)).contains("Duration       : 00:00:01.00");
    }
  }

  @Test
  void onlyItsOwnerMayReadIt() throws Exception {
    StereoWav.create(path()).close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
        .isEqualTo("rw-------");
  }

  @Test
  void noRecordingIsOverwritten() throws Exception {
    StereoWav.create(path()).close();

    assertThatThrownBy(() -> StereoWav.create(path()))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void whatAWavCannotHoldIsRefused() throws Exception {
    try (StereoWav wav = StereoWav.create(path())) {
      assertThatThrownBy(() -> wav.lastAtLeast(1L << 40)).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> wav.write(List.of(stretch(LEFT, -1, 160, CALLER))))
          .isInstanceOf(IOException.class);
      assertThatThrownBy(() -> wav.write(List.of(stretch(LEFT, 0, 8001, CALLER))))
          .isInstanceOf(IOException.class);
    }
  }
}
