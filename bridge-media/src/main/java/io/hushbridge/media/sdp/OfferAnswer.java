package io.hushbridge.media.sdp;

import io.hushbridge.media.rtp.Codec;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Offer and answer as pure functions (RFC 3264). Text in, value out; no socket, no state.
public final class OfferAnswer {
  /// Our number for telephone-event in offers, the one that most peers use themselves.
  private static final int EVENT_PAYLOAD_TYPE = 101;

  private static final String PROTOCOL = "RTP/AVP";
  private static final String TIMING = "0 0";

  private OfferAnswer() {}

  /// Our offer of one audio stream: these codecs in order, telephone-event beside them.
  ///
  /// @param identity session id and version (RFC 8866 §5.2); the version must grow by one when the
  ///   text of a later description changes (RFC 3264 §8)
  public static String offer(
      Identity identity, InetSocketAddress local, List<Codec> codecs, Direction direction) {
    return new SdpWriter(identity, local.getAddress(), TIMING)
        .audio(local, PROTOCOL, numbered(codecs), EVENT_PAYLOAD_TYPE, direction)
        .toString();
  }

  /// Our answer to an offer: the first codec of the offer that we have, telephone-event if offered,
  /// both under the offer's payload types, the direction mirrored and narrowed by `wanted`; other
  /// m-lines refused with port 0.
  ///
  /// @throws SdpFailure where the offer cannot be read (400) or has nothing for us (488)
  public static Answered answer(
      Identity identity,
      InetSocketAddress local,
      String offer,
      List<Codec> codecs,
      Direction wanted)
      throws SdpFailure {
    Description offered = SdpReader.read(offer);
    List<MediaSection> sections = offered.sections();
    int chosenIndex = firstUsable(sections, codecs);
    MediaSection chosen = sections.get(chosenIndex);
    Direction direction = chosen.direction().mirrored().narrowedBy(wanted);
    Stream stream = stream(chosen, chosen, codecs, direction);
    Map<Integer, Codec> formats = Map.of(stream.codecPayloadType(), stream.codec());
    var writer = new SdpWriter(identity, local.getAddress(), offered.timing());
    for (int i = 0; i < sections.size(); i++) {
      if (i == chosenIndex) {
        writer.audio(local, chosen.protocol(), formats, stream.eventPayloadType(), direction);
      } else {
        writer.line(sections.get(i).refused());
      }
    }
    return new Answered(writer.toString(), stream);
  }

  private static int firstUsable(List<MediaSection> sections, List<Codec> codecs)
      throws SdpFailure {
    for (int i = 0; i < sections.size(); i++) {
      MediaSection section = sections.get(i);
      if (section.isUsableAudio() && section.firstOf(codecs).isPresent()) {
        return i;
      }
    }
    throw new SdpFailure(488, "the offer has no audio that we speak");
  }

  /// What the peer's answer to our offer agreed on, stream by stream; an empty place for a stream
  /// it refused (port 0).
  ///
  /// @throws SdpFailure where the answer cannot be read or does not fit the offer
  public static List<Optional<Stream>> agreed(String offer, String answer) throws SdpFailure {
    List<MediaSection> ours = SdpReader.read(offer).sections();
    List<MediaSection> theirs = SdpReader.read(answer).sections();
    if (ours.size() != theirs.size()) {
      throw new SdpFailure(488, "the answer's m-lines are not those of the offer");
    }
    List<Optional<Stream>> streams = new ArrayList<>();
    for (int i = 0; i < ours.size(); i++) {
      streams.add(agreed(ours.get(i), theirs.get(i)));
    }
    return List.copyOf(streams);
  }

  private static Optional<Stream> agreed(MediaSection ours, MediaSection theirs) throws SdpFailure {
    if (ours.port() == 0 || theirs.port() == 0) {
      return Optional.empty();
    }
    if (!theirs.isUsableAudio() || !theirs.protocol().equalsIgnoreCase(ours.protocol())) {
      throw new SdpFailure(488, "the answer's m-lines are not those of the offer");
    }
    MediaSection explained = theirs.explainedBy(ours);
    List<Codec> offered =
        List.of(Codec.values()).stream()
            .filter(codec -> ours.payloadTypeOf(Encoding.of(codec)).isPresent())
            .toList();
    Direction direction = theirs.direction().mirrored().narrowedBy(ours.written());
    return Optional.of(stream(ours, explained, offered, direction));
  }

  private static Stream stream(
      MediaSection ours, MediaSection theirs, List<Codec> codecs, Direction direction)
      throws SdpFailure {
    Codec codec =
        theirs
            .firstOf(codecs)
            .orElseThrow(() -> new SdpFailure(488, "the answer has no codec of the offer"));
    int eventsThere = theirs.payloadTypeOf(Encoding.TELEPHONE_EVENT).orElse(-1);
    int eventsHere = ours.payloadTypeOf(Encoding.TELEPHONE_EVENT).orElse(-1);
    boolean events = eventsThere >= 0 && eventsHere >= 0;
    return new Stream(
        theirs.remote(),
        codec,
        theirs.payloadTypeOf(Encoding.of(codec)).orElseThrow(),
        events ? eventsThere : -1,
        theirs.ptimeMillis(),
        direction.sends(),
        direction.receives(),
        ours.payloadTypeOf(Encoding.of(codec)).orElseThrow(),
        events ? eventsHere : -1);
  }

  /// An offer of several labelled streams, for a recorder (RFC 7866 §7.1.1, RFC 4574). It has no
  /// telephone-event: a recorder is never told a key.
  public static String labelledOffer(
      Identity identity, List<Labelled> streams, Codec codec, Direction direction) {
    if (streams.isEmpty()) {
      throw new IllegalArgumentException("a recorder is offered at least one stream");
    }
    var writer = new SdpWriter(identity, streams.getFirst().local().getAddress(), TIMING);
    for (Labelled stream : streams) {
      writer
          .audio(stream.local(), PROTOCOL, numbered(List.of(codec)), -1, direction)
          .line("a=label:" + stream.label());
    }
    return writer.toString();
  }

  /// Our answer to a recorder that offers anew: its m-lines in the order of ours, each labelled,
  /// the direction mirrored and narrowed by `wanted`. It has no telephone-event, whatever is
  /// offered.
  ///
  /// @throws SdpFailure where the offer cannot be read (400) or has none of the streams (488)
  public static LabelledAnswer labelledAnswer(
      Identity identity, List<Labelled> streams, String offer, Codec codec, Direction wanted)
      throws SdpFailure {
    Description offered = SdpReader.read(offer);
    var writer = new SdpWriter(identity, streams.getFirst().local().getAddress(), offered.timing());
    List<Optional<Stream>> agreed = new ArrayList<>();
    for (int i = 0; i < offered.sections().size(); i++) {
      MediaSection section = offered.sections().get(i);
      if (i < streams.size() && section.isUsableAudio() && section.has(codec)) {
        Direction direction = section.direction().mirrored().narrowedBy(wanted);
        Stream stream = stream(section, section, List.of(codec), direction).withoutEvents();
        writer
            .audio(
                streams.get(i).local(),
                section.protocol(),
                Map.of(stream.codecPayloadType(), codec),
                -1,
                direction)
            .line("a=label:" + streams.get(i).label());
        agreed.add(Optional.of(stream));
      } else {
        writer.line(section.refused());
        agreed.add(Optional.empty());
      }
    }
    if (agreed.stream().allMatch(Optional::isEmpty)) {
      throw new SdpFailure(488, "the offer has none of the recorded streams");
    }
    return new LabelledAnswer(writer.toString(), agreed);
  }

  /// Direction of each m-line of a description as its author wrote it; a stream with port 0 counts
  /// as INACTIVE, and so does the old spelling of hold, `c=0.0.0.0`, as far as sending to it goes.
  public static List<Direction> directions(String description) throws SdpFailure {
    return SdpReader.read(description).sections().stream().map(MediaSection::direction).toList();
  }

  private static Map<Integer, Codec> numbered(List<Codec> codecs) {
    Map<Integer, Codec> numbered = new LinkedHashMap<>();
    for (Codec codec : codecs) {
      numbered.put(Encoding.staticPayloadType(codec), codec);
    }
    return numbered;
  }

  /// Our answer, and what it agreed to.
  public record Answered(String answer, Stream stream) {}

  /// Our answer to a recorder, and what it agreed to, m-line by m-line; an empty place for one that
  /// is refused.
  public record LabelledAnswer(String answer, List<Optional<Stream>> streams) {

    public LabelledAnswer {
      streams = List.copyOf(streams);
    }
  }

  /// Session id and version of our descriptions on one leg.
  public record Identity(long id, long version) {
    public Identity next() {
      return new Identity(id, version + 1);
    }
  }

  /// One stream of a recording session: its `a=label` and where it leaves from.
  public record Labelled(String label, InetSocketAddress local) {}
}
