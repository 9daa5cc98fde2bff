package io.hushbridge.control.recording;

import io.hushbridge.media.PortName;
import io.hushbridge.media.RtpFork;
import io.hushbridge.media.rtp.Codec;
import io.hushbridge.media.sdp.Direction;
import io.hushbridge.media.sdp.OfferAnswer;
import io.hushbridge.media.sdp.OfferAnswer.Identity;
import io.hushbridge.media.sdp.OfferAnswer.Labelled;
import io.hushbridge.media.sdp.OfferAnswer.LabelledAnswer;
import io.hushbridge.media.sdp.SdpFailure;
import io.hushbridge.media.sdp.Stream;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The two streams of a recording session: what is said about them, and the fork that fills them.
/// Flow thread only.
final class RecordedStreams {
  private final RtpFork fork;
  private final List<PortName> speakers;
  private final Codec codec;
  private final List<Labelled> streams;
  private Identity identity;

  RecordedStreams(RtpFork fork, List<PortName> speakers, Codec codec, Identity identity) {
    this.fork = fork;
    this.speakers = speakers;
    this.codec = codec;
    this.identity = identity;
    this.streams =
        IntStream.range(0, speakers.size())
            .mapToObj(i -> new Labelled(String.valueOf(i + 1), fork.local(speakers.get(i))))
            .toList();
  }

  List<String> labels() {
    return streams.stream().map(Labelled::label).toList();
  }

  String offer(Direction direction) {
    identity = identity.next();
    return OfferAnswer.labelledOffer(identity, streams, codec, direction);
  }

  /// Our answer to the recorder's own offer, and the streams as it asks for them, narrowed by what
  /// we want.
  ///
  /// @throws SdpFailure where the offer cannot be met; all stays as it was
  String answer(String offer, Direction wanted) throws SdpFailure {
    LabelledAnswer answer =
        OfferAnswer.labelledAnswer(identity.next(), streams, offer, codec, wanted);
    identity = identity.next();
    connect(answer.streams());
    return answer.answer();
  }

  /// Sends as the recorder's answer says.
  ///
  /// @throws SdpFailure where the answer does not fit our offer; all stays as it was
  void agree(String offer, String answer) throws SdpFailure {
    connect(OfferAnswer.agreed(offer, answer));
  }

  /// Whether the recorder says of every stream that nothing flows.
  static boolean allInactive(String answer) throws SdpFailure {
    return OfferAnswer.directions(answer).stream().allMatch(Direction.INACTIVE::equals);
  }

  private void connect(List<Optional<Stream>> agreed) {
    for (int i = 0; i < agreed.size() && i < speakers.size(); i++) {
      PortName speaker = speakers.get(i);
      agreed.get(i).ifPresent(stream -> fork.connect(speaker, stream));
    }
  }
}
