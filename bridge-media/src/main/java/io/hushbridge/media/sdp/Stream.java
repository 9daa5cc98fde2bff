package io.hushbridge.media.sdp;

import io.hushbridge.media.rtp.Codec;
import java.net.InetSocketAddress;

/// What an offer and its answer agreed on for one audio stream, seen from our side.
///
/// @param remote where the peer wants its audio
/// @param codec what is spoken both ways
/// @param codecPayloadType payload type of the codec
/// @param eventPayloadType payload type of telephone-event/8000, or -1 where the peer has none
/// @param ptimeMillis packet time the peer asks for
/// @param send whether we may send to the peer
/// @param receive whether the peer may send to us
public record Stream(
    InetSocketAddress remote,
    Codec codec,
    int codecPayloadType,
    int eventPayloadType,
    int ptimeMillis,
    boolean send,
    boolean receive) {

  public boolean hasEvents() {
    return eventPayloadType >= 0;
  }
}
