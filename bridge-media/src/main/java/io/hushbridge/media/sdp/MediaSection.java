package io.hushbridge.media.sdp;

import io.hushbridge.media.rtp.Codec;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// One m-line with what belongs to it; what the session level says is already inherited.
///
/// @param media `audio`, `video`, ... in lower case
/// @param formats the format list as written; payload types for RTP, most wanted first
/// @param connection the address of `c=`, as written; empty where there is none
/// @param written the direction attribute; see `direction` for what it comes to
/// @param encodings payload types with an `a=rtpmap`
record MediaSection(
    String media,
    int port,
    String protocol,
    List<String> formats,
    String connection,
    Direction written,
    Map<Integer, Encoding> encodings,
    int ptimeMillis) {

  /// Plain RTP audio that has not been refused.
  boolean isUsableAudio() {
    return port != 0
        && media.equals("audio")
        && (protocol.equalsIgnoreCase("RTP/AVP") || protocol.equalsIgnoreCase("RTP/AVPF"));
  }

  /// The first codec of the format list that is one of these.
  Optional<Codec> firstOf(List<Codec> codecs) {
    return formats.stream()
        .map(format -> encodingOf(SdpReader.number(format, 127)))
        .flatMap(Optional::stream)
        .flatMap(encoding -> codecs.stream().filter(it -> Encoding.of(it).equals(encoding)))
        .findFirst();
  }

  boolean has(Codec codec) {
    return firstOf(List.of(codec)).isPresent();
  }

  /// The number of the first format with this encoding.
  OptionalInt payloadTypeOf(Encoding encoding) {
    return formats.stream()
        .map(format -> SdpReader.number(format, 127))
        .filter(number -> encodingOf(number).filter(encoding::equals).isPresent())
        .mapToInt(OptionalInt::getAsInt)
        .findFirst();
  }

  private Optional<Encoding> encodingOf(OptionalInt payloadType) {
    if (payloadType.isEmpty()) {
      return Optional.empty();
    }
    int number = payloadType.getAsInt();
    return Optional.ofNullable(encodings.get(number)).or(() -> Encoding.ofStatic(number));
  }

  /// The same section where a payload type that it leaves unexplained means what `offer` said: some
  /// answers name a dynamic number of the offer and spare the `a=rtpmap`.
  MediaSection explainedBy(MediaSection offer) {
    Map<Integer, Encoding> both = new HashMap<>(offer.encodings);
    both.putAll(encodings);
    return new MediaSection(
        media, port, protocol, formats, connection, written, Map.copyOf(both), ptimeMillis);
  }

  /// What the attribute comes to: nothing flows where the port is 0, and nothing may be sent to an
  /// unspecified address, the old spelling of hold (RFC 3264 §8.4).
  Direction direction() {
    if (port == 0) {
      return Direction.INACTIVE;
    }
    boolean held = literal().filter(InetAddress::isAnyLocalAddress).isPresent();
    return held ? written.narrowedBy(Direction.SENDONLY) : written;
  }

  /// Where the author wants its media.
  ///
  /// @throws SdpFailure where that is not the literal address of one host: names are not looked up
  InetSocketAddress remote() throws SdpFailure {
    if (connection.isEmpty()) {
      throw new SdpFailure(400, "no c= line for an m-line in use");
    }
    return literal()
        .filter(address -> !address.isMulticastAddress())
        .map(address -> new InetSocketAddress(address, port))
        .orElseThrow(() -> new SdpFailure(488, "c= is not a literal unicast address"));
  }

  private Optional<InetAddress> literal() {
    if (connection.contains("%")) { // a scope is an interface of the peer's machine, not of ours
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(connection));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// This m-line refused (RFC 3264 §6).
  String refused() {
    return "m=%s 0 %s %s".formatted(media, protocol, String.join(" ", formats));
  }
}
