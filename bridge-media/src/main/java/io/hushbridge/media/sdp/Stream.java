package io.hushbridge.media.sdp;

import io.hushbridge.media.rtp.Codec;
import java.net.InetSocketAddress;

/// What an offer and its answer agreed on for one audio stream, seen from our side.
///
/// Payload types are numbered by whoever receives them (RFC 3264 §5.1, §6.1): we send with the
/// numbers of the peer's description, and the peer with those of ours. They differ only where a
/// peer answers our offer with numbers of its own; such a peer may well send with its own too, so a
/// receiver does well to take both.
///
/// @param remote where the peer wants its audio; the unspecified address while it holds us by
///   `c=0.0.0.0`, and then `send` is false
/// @param codec what is spoken both ways
/// @param codecPayloadType payload type that we send the codec with
/// @param eventPayloadType payload type that we send telephone-event/8000 with, or -1 where the
///   peer has none
/// @param ptimeMillis packet time the peer asks for
/// @param send whether we may send to the peer
/// @param receive whether the peer may send to us
/// @param codecPayloadTypeHere payload type that we receive the codec with
/// @param eventPayloadTypeHere payload type that we receive telephone-event/8000 with, or -1
public record Stream(
    InetSocketAddress remote,
    Codec codec,
    int codecPayloadType,
    int eventPayloadType,
    int ptimeMillis,
    boolean send,
    boolean receive,
    int codecPayloadTypeHere,
    int eventPayloadTypeHere) {

  /// A stream with the same payload types both ways.
  public Stream(
      InetSocketAddress remote,
      Codec codec,
      int codecPayloadType,
      int eventPayloadType,
      int ptimeMillis,
      boolean send,
      boolean receive) {
    this(
        remote,
        codec,
        codecPayloadType,
        eventPayloadType,
        ptimeMillis,
        send,
        receive,
        codecPayloadType,
        eventPayloadType);
  }

  /// The same stream, no telephone-event on it.
  Stream withoutEvents() {
    return new Stream(
        remote, codec, codecPayloadType, -1, ptimeMillis, send, receive, codecPayloadTypeHere, -1);
  }

  public boolean hasEvents() {
    return eventPayloadType >= 0;
  }
}
