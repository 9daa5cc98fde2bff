package io.hushbridge.sim.phone;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A session description (RFC 8866), as far as a far end needs one.
///
/// @param streams its m-lines in order
public record Sdp(List<Stream> streams) {
  /// Payload type of G.711 mu-law (RFC 3551 §6).
  public static final int MU_LAW = 0;

  /// Payload type of G.711 A-law.
  public static final int A_LAW = 8;

  /// Payload type that the far ends offer telephone-event as: not the usual 101, so that a bridge
  /// which takes that for granted is found out.
  public static final int EVENTS = 97;

  public Sdp {
    streams = List.copyOf(streams);
  }

  /// One m-line.
  ///
  /// @param address where its author takes RTP
  /// @param formats payload types in order of preference
  /// @param events payload type of telephone-event, or -1
  /// @param label `a=label` (RFC 4574), or empty
  public record Stream(
      InetSocketAddress address, List<Integer> formats, int events, Flow flow, String label) {

    /// The answer that takes one codec, and keys under the number the offer gave them.
    public Stream answered(InetSocketAddress local, Flow flow) {
      return new Stream(local, List.of(audio()), events, flow, label);
    }

    /// The codec that a phone takes of these: mu-law, else A-law, else what there is.
    int audio() {
      return List.of(MU_LAW, A_LAW).stream()
          .filter(formats::contains)
          .findFirst()
          .orElseGet(formats::getFirst);
    }

    /// The same without keys.
    public Stream withoutEvents() {
      return new Stream(address, formats, -1, flow, label);
    }

    /// The same, but in another codec alone.
    public Stream in(int payloadType) {
      return new Stream(address, List.of(payloadType), events, flow, label);
    }

    Stream turned(Flow flow) {
      return new Stream(address, formats, events, flow, label);
    }

    private String text() {
      List<Integer> all = new ArrayList<>(formats);
      if (events >= 0) {
        all.add(events);
      }
      var lines = new ArrayList<String>();
      lines.add(
          "m=audio %d RTP/AVP %s"
              .formatted(
                  address.getPort(),
                  all.stream().map(String::valueOf).collect(Collectors.joining(" "))));
      if (formats.contains(MU_LAW)) {
        lines.add("a=rtpmap:0 PCMU/8000");
      }
      if (formats.contains(A_LAW)) {
        lines.add("a=rtpmap:8 PCMA/8000");
      }
      if (events >= 0) {
        lines.add("a=rtpmap:%d telephone-event/8000".formatted(events));
        lines.add("a=fmtp:%d 0-15".formatted(events));
      }
      lines.add("a=ptime:20");
      lines.add(flow.attribute());
      if (!label.isEmpty()) {
        lines.add("a=label:" + label);
      }
      return String.join("\r\n", lines);
    }
  }

  /// One stream of G.711 mu-law and keys.
  public static Sdp offer(InetSocketAddress local, Flow flow) {
    return new Sdp(List.of(new Stream(local, List.of(MU_LAW), EVENTS, flow, "")));
  }

  /// The first m-line.
  public Stream first() {
    return streams.getFirst();
  }

  /// The same, every stream flowing this way.
  public Sdp turned(Flow flow) {
    return new Sdp(streams.stream().map(stream -> stream.turned(flow)).toList());
  }

  /// Its text.
  ///
  /// @param version grows with each description of a session (RFC 3264 §8)
  public String text(int version) {
    String host = first().address().getAddress().getHostAddress();
    return """
        v=0\r
        o=- 4711 %d IN IP4 %s\r
        s=-\r
        c=IN IP4 %s\r
        t=0 0\r
        %s\r
        """
        .formatted(
            version,
            host,
            host,
            streams.stream().map(Stream::text).collect(Collectors.joining("\r\n")));
  }

  /// Reads a description of audio streams.
  ///
  /// @throws IllegalArgumentException where it is none
  public static Sdp read(String text) {
    String[] parts = text.split("(?m)^(?=m=)");
    List<String> session = lines(parts[0]);
    List<Stream> streams =
        Arrays.stream(parts).skip(1).map(part -> stream(session, lines(part))).toList();
    if (streams.isEmpty()) {
      throw new IllegalArgumentException("a description without a stream");
    }
    return new Sdp(streams);
  }

  private static Stream stream(List<String> session, List<String> media) {
    String[] line = media.getFirst().split(" ");
    String host =
        valueOf("c=IN IP4 ", media)
            .or(() -> valueOf("c=IN IP4 ", session))
            .orElseThrow(() -> new IllegalArgumentException("a stream without an address"));
    int events =
        media.stream()
            .filter(attribute -> attribute.matches("a=rtpmap:\\d+ telephone-event/8000.*"))
            .map(attribute -> Integer.parseInt(attribute.split("[: ]")[1]))
            .findFirst()
            .orElse(-1);
    return new Stream(
        new InetSocketAddress(host, Integer.parseInt(line[1])),
        Arrays.stream(line).skip(3).map(Integer::valueOf).filter(not(events)).toList(),
        events,
        flowOf(media).or(() -> flowOf(session)).orElse(Flow.SENDRECV),
        valueOf("a=label:", media).orElse(""));
  }

  private static Predicate<Integer> not(int payloadType) {
    return other -> other != payloadType;
  }

  private static Optional<Flow> flowOf(List<String> lines) {
    return Arrays.stream(Flow.values())
        .filter(flow -> lines.contains(flow.attribute()))
        .findFirst();
  }

  private static Optional<String> valueOf(String start, List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .findFirst();
  }

  private static List<String> lines(String part) {
    return part.lines().map(String::strip).toList();
  }
}
