package io.hushbridge.media.sdp;

import io.hushbridge.media.rtp.Codec;
import java.net.InetSocketAddress;
import java.util.List;

/// Offer and answer as pure functions (RFC 3264). Text in, value out; no socket, no state.
public final class OfferAnswer {

  private OfferAnswer() {}

  /// Our offer of one audio stream: these codecs in order, telephone-event beside them.
  ///
  /// @param identity session id and version (RFC 8866 §5.2); the version must grow by one when the
  ///   text of a later description changes (RFC 3264 §8)
  public static String offer(
      Identity identity, InetSocketAddress local, List<Codec> codecs, Direction direction) {
    throw new IllegalStateException("not built yet");
  }

  /// Our answer to an offer: the first codec of the offer that we have, telephone-event if offered,
  /// the direction mirrored and narrowed by `wanted`; other m-lines refused with port 0.
  ///
  /// @throws SdpFailure where the offer cannot be read (400) or has nothing for us (488)
  public static Answered answer(
      Identity identity,
      InetSocketAddress local,
      String offer,
      List<Codec> codecs,
      Direction wanted)
      throws SdpFailure {
    throw new IllegalStateException("not built yet");
  }

  /// What the peer's answer to our offer agreed on, stream by stream; an empty place for a stream
  /// it refused (port 0).
  ///
  /// @throws SdpFailure where the answer cannot be read or does not fit the offer
  public static List<java.util.Optional<Stream>> agreed(String offer, String answer)
      throws SdpFailure {
    throw new IllegalStateException("not built yet");
  }

  /// An offer of several labelled streams, for a recorder (RFC 7866 §7.1.1, RFC 4574).
  public static String labelledOffer(
      Identity identity, List<Labelled> streams, Codec codec, Direction direction) {
    throw new IllegalStateException("not built yet");
  }

  /// Direction of each m-line of a description as its author wrote it; a stream with port 0 counts
  /// as INACTIVE, and so does the old spelling of hold, `c=0.0.0.0`, as far as sending to it goes.
  public static List<Direction> directions(String description) throws SdpFailure {
    throw new IllegalStateException("not built yet");
  }

  /// Our answer, and what it agreed to.
  public record Answered(String answer, Stream stream) {}

  /// Session id and version of our descriptions on one leg.
  public record Identity(long id, long version) {
    public Identity next() {
      return new Identity(id, version + 1);
    }
  }

  /// One stream of a recording session: its `a=label` and where it leaves from.
  public record Labelled(String label, InetSocketAddress local) {}
}
