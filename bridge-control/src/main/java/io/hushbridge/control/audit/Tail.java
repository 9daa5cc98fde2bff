package io.hushbridge.control.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hushbridge.control.audit.JournalLine.Head;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Optional;

/// The end of a journal, read back before it is continued; the whole file may be years long.
///
/// @param head where the chain has come to
/// @param tornBytes what stands after the last line feed: a line torn by a crash in the middle of a
///   write
record Tail(Head head, int tornBytes) {
  private static final int MOST_BYTES = 64 * 1024;

  /// @throws IOException where the end is not as it was written; the message is for the operator
  static Tail read(FileChannel channel) throws IOException {
    long from = Math.max(0, channel.size() - MOST_BYTES);
    byte[] bytes = read(channel, from);
    int whole = wholeBytes(bytes);
    var lines = new String(bytes, 0, whole, UTF_8).lines();
    Chain chain =
        from == 0
            ? followed(Chain.fromTheStart(), lines.toList())
            : followed(Chain.fromTheMiddle(), lines.skip(1).toList());
    Head head = chain.head().orElseThrow(() -> new IOException("it does not end in an entry"));
    return new Tail(head, bytes.length - whole);
  }

  private static byte[] read(FileChannel channel, long from) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) (channel.size() - from));
    int count = 0;
    while (bytes.hasRemaining() && count >= 0) {
      count = channel.read(bytes, from + bytes.position());
    }
    return bytes.array();
  }

  private static int wholeBytes(byte[] bytes) {
    int length = bytes.length;
    while (length > 0 && bytes[length - 1] != '\n') {
      length--;
    }
    return length;
  }

  private static Chain followed(Chain chain, List<String> lines) throws IOException {
    for (String line : lines) {
      Optional<Chain.Wrong> wrong = chain.follow(line);
      if (wrong.isPresent()) {
        throw new IOException(
            wrong.get().why() + "; keep the file for whoever looks into it, and begin a new one");
      }
    }
    return chain;
  }
}
