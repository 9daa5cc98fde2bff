package io.hushbridge.sim.rehearsal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hushbridge.sim.rehearsal.SipMessage.SdpSeen;
import io.hushbridge.sim.rehearsal.Wire.Stream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a capture by tshark. Whose audio a packet is, is taken from the SDP on the wire: a media
/// port of the bridge belongs to the leg on whose dialog the bridge named it.
final class WireReader {
  private static final String[] FIELDS = {
    "frame.time_epoch",
    "udp.srcport",
    "udp.dstport",
    "sip.Method",
    "sip.Status-Line",
    "sip.Call-ID",
    "sip.CSeq",
    "sip.msg_hdr",
    "sdp.media",
    "sdp.media_attr",
    "udp.payload"
  };

  private final Doors doors;
  private final List<SipMessage> messages = new ArrayList<>();
  private final List<RtpPacket> packets = new ArrayList<>();

  private WireReader(Doors doors) {
    this.doors = doors;
  }

  static Wire read(Path capture, Doors doors) {
    var reader = new WireReader(doors);
    new String(Tool.run(new byte[0], command(capture, doors)), UTF_8)
        .lines()
        .map(line -> line.split("\t", -1))
        .forEach(reader::take);
    return new Wire(reader.messages, reader.streams());
  }

  private static String[] command(Path capture, Doors doors) {
    List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", capture.toString(), "-d"));
    command.add("udp.port==%d,sip".formatted(doors.places().bridgeSip()));
    command.addAll(
        List.of("-Y", "udp", "-T", "fields", "-E", "occurrence=a", "-E", "aggregator=|"));
    for (String field : FIELDS) {
      command.addAll(List.of("-e", field));
    }
    return command.toArray(String[]::new);
  }

  private void take(String[] row) {
    int from = Integer.parseInt(row[1]);
    int to = Integer.parseInt(row[2]);
    int bridge = doors.places().bridgeSip();
    if (from == bridge || to == bridge) {
      if (!row[3].isEmpty() || !row[4].isEmpty()) {
        messages.add(message(row, doors.at(from == bridge ? to : from), from == bridge));
      }
    } else {
      RtpPacket.read(at(row), from, to, HexFormat.of().parseHex(row[10])).ifPresent(packets::add);
    }
  }

  private static SipMessage message(String[] row, Party party, boolean fromBridge) {
    String line = row[4].isEmpty() ? row[3] : row[4].replaceFirst("^SIP/2.0 ", "");
    List<String> headers = List.of(row[7].split("\\\\r\\\\n|\\|"));
    return new SipMessage(
        at(row), party, fromBridge, line, first(row[5]), row[6], headers, media(row));
  }

  private static Optional<SdpSeen> media(String[] row) {
    if (row[8].isEmpty()) {
      return Optional.empty();
    }
    List<Integer> ports =
        values(row[8]).stream()
            .filter(media -> media.startsWith("audio "))
            .map(media -> Integer.parseInt(media.split("[ /]")[1]))
            .toList();
    List<String> attributes = values(row[9]);
    return Optional.of(
        new SdpSeen(
            ports,
            attributes.stream()
                .filter(a -> List.of("sendrecv", "sendonly", "recvonly", "inactive").contains(a))
                .toList(),
            attributes.stream()
                .filter(a -> a.matches("rtpmap:\\d+ telephone-event/.*"))
                .map(a -> Integer.parseInt(a.substring("rtpmap:".length(), a.indexOf(' '))))
                .toList()));
  }

  private static Instant at(String[] row) {
    String[] parts = row[0].split("\\.");
    return Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
  }

  private static List<String> values(String field) {
    return Arrays.asList(field.split("\\|"));
  }

  private static String first(String field) {
    return values(field).getFirst();
  }

  private List<Stream> streams() {
    var owners = new Owners(messages);
    Map<Direction, List<RtpPacket>> sorted = new LinkedHashMap<>();
    for (RtpPacket packet : packets) {
      boolean toFarEnd = doors.isMedia(packet.from());
      int port = toFarEnd ? packet.from() : packet.to();
      var direction = new Direction(owners.of(port, packet.at()), toFarEnd);
      sorted.computeIfAbsent(direction, _ -> new ArrayList<>()).add(packet);
    }
    return sorted.entrySet().stream()
        .map(
            entry ->
                new Stream(
                    entry.getKey().leg(),
                    entry.getKey().toFarEnd(),
                    owners.eventTypes(entry.getKey().leg()),
                    entry.getValue()))
        .toList();
  }

  private record Direction(String leg, boolean toFarEnd) {}
}
