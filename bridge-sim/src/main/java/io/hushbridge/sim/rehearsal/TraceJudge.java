package io.hushbridge.sim.rehearsal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Whether a card number is in anything that the run has left, in any form. To each thing another
/// number is planted as well: a scan that does not find that one proves nothing.
final class TraceJudge {
  /// The heap dump's name, where one was taken.
  static final String HEAP = "heap.hprof";

  private static final CardScan CANARY = new CardScan(BridgeProcess.CANARY);

  private TraceJudge() {}

  static List<Verdict> of(Played played) throws IOException {
    List<CardScan> cards = played.scenario().caller().numbers().map(CardScan::new).toList();
    List<Verdict> verdicts = new ArrayList<>();
    things(played).forEach((where, bytes) -> verdicts.add(judge(where, bytes, cards)));
    Path heap = played.file(HEAP);
    if (Files.exists(heap)) {
      verdicts.add(heap(heap, cards));
      Files.delete(heap);
    }
    return verdicts;
  }

  private static Map<String, byte[]> things(Played played) throws IOException {
    Map<String, byte[]> things = new LinkedHashMap<>();
    things.put("the bridge's log", Files.readAllBytes(played.file("bridge.log")));
    things.put("the journal", Files.readAllBytes(played.file("journal.jsonl")));
    things.put("the metrics", played.metrics().getBytes(UTF_8));
    things.put("every HTTP body", http(played.file("wire.pcapng")));
    things.put("every recording", recordings(played));
    return things;
  }

  private static Verdict judge(String where, byte[] bytes, List<CardScan> cards) {
    byte[] planted = joined(List.of(bytes, CANARY.planted()));
    Set<String> missed = new TreeSet<>(CANARY.forms());
    missed.removeAll(CANARY.in(planted));
    Set<String> found = new TreeSet<>();
    cards.forEach(card -> found.addAll(card.in(planted)));
    return verdict(where, bytes.length, found, missed);
  }

  /// The heap needs no planting: the bridge was told a number at its start.
  private static Verdict heap(Path dump, List<CardScan> cards) throws IOException {
    Set<String> missed = CANARY.in(dump).contains("text") ? Set.of() : Set.of("text");
    Set<String> found = new TreeSet<>();
    for (CardScan card : cards) {
      found.addAll(card.in(dump));
    }
    return verdict("the bridge's heap", Files.size(dump), found, missed);
  }

  private static Verdict verdict(String where, long size, Set<String> found, Set<String> missed) {
    String text =
        missed.isEmpty()
            ? found.isEmpty() ? "none in %,d bytes".formatted(size) : "as " + found
            : "a planted one was not found as " + missed;
    return new Verdict("card numbers in " + where, text, found.isEmpty() && missed.isEmpty());
  }

  /// What was said over TCP, connection by connection.
  private static byte[] http(Path capture) {
    String[] command = {
      "tshark",
      "-n",
      "-r",
      capture.toString(),
      "-Y",
      "tcp.len > 0",
      "-T",
      "fields",
      "-e",
      "tcp.stream",
      "-e",
      "tcp.payload"
    };
    Map<Integer, ByteArrayOutputStream> connections = new TreeMap<>();
    new String(Tool.run(new byte[0], command), UTF_8)
        .lines()
        .map(line -> line.split("\t", -1))
        .forEach(
            row ->
                connections
                    .computeIfAbsent(Integer.parseInt(row[0]), _ -> new ByteArrayOutputStream())
                    .writeBytes(HexFormat.of().parseHex(row[1])));
    return joined(connections.values().stream().map(ByteArrayOutputStream::toByteArray).toList());
  }

  private static byte[] recordings(Played played) throws IOException {
    List<byte[]> recordings = new ArrayList<>();
    for (Path file :
        Stream.concat(Stream.of(played.wav()), played.recordings().stream()).toList()) {
      recordings.add(Files.readAllBytes(file));
    }
    return joined(recordings);
  }

  private static byte[] joined(Collection<byte[]> parts) {
    var joined = new ByteArrayOutputStream();
    parts.forEach(joined::writeBytes);
    return joined.toByteArray();
  }
}
