package io.hushbridge.control.recording;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/// A WAV file of two tracks, 16-bit linear at 8 kHz, whose stretches may come in any order: each is
/// laid where its position says, and what nobody writes is silence (a hole of the file costs no
/// disk). The header is true after every call, so that a crash leaves a file that plays. One thread
/// at a time.
final class StereoWav implements AutoCloseable {
  static final int SAMPLE_RATE = 8000;
  private static final int CHANNELS = 2;
  private static final int FRAME_BYTES = CHANNELS * Short.BYTES;
  private static final int HEADER_BYTES = 44;
  private static final int WINDOW_FRAMES = SAMPLE_RATE;
  private static final long MOST_FRAMES = (0xFFFF_FFFFL - HEADER_BYTES) / FRAME_BYTES;

  private final FileChannel file;
  private final ByteBuffer window = littleEndian(WINDOW_FRAMES * FRAME_BYTES);
  private long frames;

  private StereoWav(FileChannel file) {
    this.file = file;
  }

  /// Creates the file, readable and writable by its owner only, and its directory where there is
  /// none yet.
  ///
  /// @throws IOException also where the file is already there: no recording is ever overwritten
  static StereoWav create(Path path) throws IOException {
    Path directory = path.toAbsolutePath().getParent();
    if (directory != null) {
      Files.createDirectories(directory);
    }
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    StereoWav wav =
        new StereoWav(FileChannel.open(path, Set.of(CREATE_NEW, READ, WRITE), ownerOnly));
    wav.writeHeader();
    return wav;
  }

  /// Lays stretches over what is there.
  void write(List<Stretch> stretches) throws IOException {
    if (stretches.isEmpty()) {
      return;
    }
    long from = stretches.stream().mapToLong(Stretch::position).min().orElseThrow();
    long to = stretches.stream().mapToLong(Stretch::end).max().orElseThrow();
    if (to - from <= WINDOW_FRAMES) {
      overlay(from, to, stretches);
    } else if (stretches.size() > 1) {
      int half = stretches.size() / 2;
      write(stretches.subList(0, half));
      write(stretches.subList(half, stretches.size()));
    } else {
      throw new IOException("a stretch of " + (to - from) + " samples");
    }
  }

  private void overlay(long from, long to, List<Stretch> stretches) throws IOException {
    read(from, to);
    for (Stretch stretch : stretches) {
      int at = (int) (stretch.position() - from) * FRAME_BYTES + stretch.channel() * Short.BYTES;
      for (int i = 0; i < stretch.pcm().limit(); i++) {
        window.putShort(at + i * FRAME_BYTES, stretch.pcm().get(i));
      }
    }
    writeFully(window, offset(from));
    grow(to);
  }

  /// Fills the window with what the file holds of these frames, and with silence beyond its end.
  private void read(long from, long to) throws IOException {
    window.clear().limit((int) (to - from) * FRAME_BYTES);
    while (window.hasRemaining()) {
      if (file.read(window, offset(from) + window.position()) < 0) {
        while (window.hasRemaining()) {
          window.put((byte) 0);
        }
      }
    }
    window.flip();
  }

  /// Makes the file last at least this long, by silence at its end.
  void lastAtLeast(long wanted) throws IOException {
    if (wanted > frames) {
      ByteBuffer silence = littleEndian(FRAME_BYTES);
      writeFully(silence, offset(wanted - 1));
      grow(wanted);
    }
  }

  private void grow(long to) throws IOException {
    if (to > frames) {
      frames = to;
      writeHeader();
    }
  }

  /// RIFF chunk sizes count what follows them.
  private void writeHeader() throws IOException {
    long dataBytes = frames * FRAME_BYTES;
    ByteBuffer header = littleEndian(HEADER_BYTES);
    header.put(ascii("RIFF")).putInt((int) (HEADER_BYTES - 8 + dataBytes)).put(ascii("WAVE"));
    header.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) CHANNELS);
    header.putInt(SAMPLE_RATE).putInt(SAMPLE_RATE * FRAME_BYTES);
    header.putShort((short) FRAME_BYTES).putShort((short) Short.SIZE);
    header.put(ascii("data")).putInt((int) dataBytes);
    writeFully(header.flip(), 0);
  }

  private void writeFully(ByteBuffer bytes, long at) throws IOException {
    while (bytes.hasRemaining()) {
      at += file.write(bytes, at);
    }
  }

  /// Where a frame lies in the file.
  ///
  /// @throws IOException beyond the 37 hours that a WAV's 32-bit sizes can tell
  private static long offset(long frame) throws IOException {
    if (frame < 0 || frame >= MOST_FRAMES) {
      throw new IOException("a WAV has no frame " + frame);
    }
    return HEADER_BYTES + frame * FRAME_BYTES;
  }

  private static ByteBuffer littleEndian(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
