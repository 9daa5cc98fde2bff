package io.hushbridge.sip;

import java.util.Map;
import java.util.Optional;

/// An INVITE that came in.
///
/// @param listener name of the listening point it came in by
/// @param source address it came from, `host:port`
/// @param toUser user part of the request URI: the dialled number
/// @param fromUser user part of From: the caller's number, as the trunk tells it
/// @param offer its SDP; empty for a late offer
/// @param headers headers the stack does not own, by lower-case name (first value each)
public record Invited(
    String listener,
    String source,
    String toUser,
    String fromUser,
    Optional<SipBody> offer,
    Map<String, String> headers) {

  public Invited {
    headers = Map.copyOf(headers);
  }
}
