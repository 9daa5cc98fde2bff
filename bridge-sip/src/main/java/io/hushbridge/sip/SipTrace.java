package io.hushbridge.sip;

import java.time.Instant;

/// Sees every SIP message that passes, for a ladder: never a body, and INFO not at all, as it may
/// be a key press. Called on the stack's own threads, which wait for it: any thread, must return at
/// once.
@FunctionalInterface
public interface SipTrace {

  /// Looks at nothing.
  SipTrace NONE = message -> {};

  void passed(Message message);

  /// One message on the wire, retransmissions included.
  ///
  /// @param listener name of the listening point it passed
  /// @param peer where it came from or went to, `host:port`
  /// @param firstLine request line or status line
  /// @param cseq as `2 INVITE`
  /// @param media media directions of its SDP in order, as `sendonly` or `sendonly,inactive`;
  ///   `sendrecv` where a stream tells none (RFC 4566 §6); empty without SDP
  record Message(
      Instant at,
      Direction direction,
      String listener,
      String peer,
      String firstLine,
      String callId,
      String cseq,
      String media) {}

  /// As seen from us.
  enum Direction {
    SENT,
    RECEIVED
  }
}
