package io.hushbridge.sim.rehearsal;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import io.hushbridge.sim.rehearsal.CardTraces.Trace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Looks for one card number, in every form of [CardTraces]. Any size of file.
final class CardScan {
  private final List<Trace> traces;
  private final List<List<Trace>> byFirstByte = new ArrayList<>();

  CardScan(String number) {
    traces = CardTraces.of(number);
    for (int first = 0; first < 256; first++) {
      int value = first;
      byFirstByte.add(traces.stream().filter(t -> (t.bytes()[0] & 0xFF) == value).toList());
    }
  }

  /// Which forms of the number are in a file.
  Set<String> in(Path file) throws IOException {
    try (var channel = FileChannel.open(file);
        var arena = Arena.ofConfined()) {
      return in(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena));
    }
  }

  Set<String> in(byte[] bytes) {
    return in(MemorySegment.ofArray(bytes));
  }

  private Set<String> in(MemorySegment haystack) {
    Set<String> found = new TreeSet<>();
    for (long at = 0; at < haystack.byteSize(); at++) {
      for (Trace trace : byFirstByte.get(haystack.get(JAVA_BYTE, at) & 0xFF)) {
        if (lies(trace, haystack, at)) {
          found.add(trace.form());
        }
      }
    }
    return found;
  }

  private static boolean lies(Trace trace, MemorySegment haystack, long at) {
    if (at + trace.length() > haystack.byteSize()) {
      return false;
    }
    byte[] bytes = trace.bytes();
    for (int i = 1; i < bytes.length; i++) {
      if (haystack.get(JAVA_BYTE, at + (long) i * trace.stride()) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /// The number in every form, one after another: planted among other bytes, all are to be found.
  byte[] planted() {
    var planted = new ByteArrayOutputStream();
    for (Trace trace : traces) {
      planted.writeBytes(trace.planted());
      planted.writeBytes(new byte[] {0x55, 0x55, 0x55});
    }
    return planted.toByteArray();
  }

  Set<String> forms() {
    var forms = new TreeSet<String>();
    traces.forEach(trace -> forms.add(trace.form()));
    return forms;
  }
}
