package io.hushbridge.sip;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// A call to make.
///
/// @param listener name of the listening point it leaves from
/// @param target request URI, as `sip:secure@192.0.2.7:5060;transport=tcp`
/// @param fromUser user part of From and Contact; the host is always our own (topology hiding)
/// @param offer the body of the INVITE
/// @param headers extra headers, by name; a name the stack owns (Via, Route, Contact, ...) is
///   refused
/// @param contactParameters appended to Contact, as `+sip.src` (RFC 7866 §6.1.1); may be empty
/// @param digest answers a 401 or 407 of this peer's realm (RFC 3261 §22), and of no other
/// @param ringing give up (CANCEL) when there is no final answer after this long
public record Dial(
    String listener,
    String target,
    String fromUser,
    SipBody offer,
    Map<String, String> headers,
    String contactParameters,
    Optional<Digest> digest,
    Duration ringing) {

  public Dial {
    headers = Map.copyOf(headers);
  }

  /// Without the values of headers: one may be a secret.
  @Override
  public String toString() {
    return "Dial[listener=%s, target=%s, headers=%s]"
        .formatted(listener, target, new ExtraHeaders(headers));
  }

  /// Digest credentials of one peer.
  ///
  /// @param realm the only realm that they are shown to
  public record Digest(String realm, String user, String password) {
    @Override
    public String toString() {
      return "Digest[realm=" + realm + ", user=" + user + ", password=[secret]]";
    }
  }
}
