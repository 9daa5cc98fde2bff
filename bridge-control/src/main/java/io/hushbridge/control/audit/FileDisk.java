package io.hushbridge.control.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.hushbridge.control.audit.JournalLine.Head;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// A local file that one process writes, line after line.
final class FileDisk implements Disk {
  private final FileChannel channel;
  private final int cutBytes;
  private Head head;
  private long size;

  private FileDisk(FileChannel channel, Tail tail) throws IOException {
    this.channel = channel;
    this.head = tail.head();
    this.cutBytes = tail.tornBytes();
    this.size = channel.size() - cutBytes;
    channel.truncate(size);
  }

  /// @throws IOException also where another process holds the file, or its end is not as it was
  ///   written; the message is for the operator
  static FileDisk open(Path file) throws IOException {
    try {
      Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent());
      Files.createDirectories(directory);
      FileDisk disk = continued(FileChannel.open(file, CREATE, READ, WRITE));
      keepName(directory);
      return disk;
    } catch (IOException broken) {
      String why = broken instanceof FileSystemException ? broken.toString() : broken.getMessage();
      throw new IOException("the journal %s cannot be used: %s".formatted(file, why), broken);
    }
  }

  private static FileDisk continued(FileChannel channel) throws IOException {
    try {
      lock(channel);
      return new FileDisk(channel, Tail.read(channel));
    } catch (IOException broken) {
      channel.close();
      throw broken;
    }
  }

  @Override
  public Head head() {
    return head;
  }

  @Override
  public int cutBytes() {
    return cutBytes;
  }

  @Override
  public void append(List<JournalLine> lines) throws IOException {
    String text = lines.stream().map(line -> line.text() + "\n").collect(Collectors.joining());
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes, size + bytes.position());
      }
      channel.force(false);
    } catch (IOException refused) {
      channel.truncate(size);
      throw refused;
    }
    size += bytes.limit();
    head = lines.getLast().head();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static void lock(FileChannel channel) throws IOException {
    try {
      if (channel.tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException _) {
      // held by this process, which is no better
    }
    throw new IOException("another bridge is writing it");
  }

  /// A new file's name must survive a loss of power as well.
  private static void keepName(Path directory) throws IOException {
    try (FileChannel names = FileChannel.open(directory, READ)) {
      names.force(true);
    }
  }
}
