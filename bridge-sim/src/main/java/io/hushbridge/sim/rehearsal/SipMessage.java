package io.hushbridge.sim.rehearsal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A SIP message as it was on the wire.
///
/// @param party the far end that sent or got it
/// @param fromBridge whether the bridge sent it
/// @param line a request's method, or a response's status and phrase
/// @param cseq number and method
/// @param headers header lines as sent
/// @param media its SDP, if any
record SipMessage(
    Instant at,
    Party party,
    boolean fromBridge,
    String line,
    String callId,
    String cseq,
    List<String> headers,
    Optional<SdpSeen> media) {

  SipMessage {
    headers = List.copyOf(headers);
  }

  /// What an SDP said of audio.
  ///
  /// @param ports of its audio streams
  /// @param directions `a=sendonly` and the like, each stream's or the session's
  /// @param eventTypes payload types of telephone-event
  record SdpSeen(List<Integer> ports, List<String> directions, List<Integer> eventTypes) {
    SdpSeen {
      ports = List.copyOf(ports);
      directions = List.copyOf(directions);
      eventTypes = List.copyOf(eventTypes);
    }
  }

  boolean isRequest(String method) {
    return line.equals(method);
  }

  boolean isResponse() {
    return Character.isDigit(line.charAt(0));
  }

  /// An INVITE inside its dialog: its To header has a tag already.
  boolean isReinvite() {
    return isRequest("INVITE") && header("to").orElse("").contains(";tag=");
  }

  /// The first header of this name.
  ///
  /// @param name in lower case
  Optional<String> header(String name) {
    return headers.stream()
        .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .map(header -> header.substring(name.length() + 1).strip())
        .findFirst();
  }
}
