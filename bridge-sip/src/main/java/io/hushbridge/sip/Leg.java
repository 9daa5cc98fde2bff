package io.hushbridge.sip;

import java.util.Map;
import java.util.function.IntConsumer;

/// One INVITE dialog with one peer. Any thread; no method blocks; what comes of it arrives as a
/// [SipEvent], in order, and ends in exactly one [SipEvent.Refused] or [SipEvent.Ended]. An order
/// that comes too late for the state of the leg is dropped. Offers are serialised here: ours waits
/// while the peer's is open, and a 491 is tried again after the time of RFC 3261 §14.1.
public interface Leg extends AutoCloseable {

  /// The dialog's Call-ID, for logs and ladders.
  String sipCallId();

  /// 180 to the peer's INVITE.
  void ring();

  /// 200 with our answer to the peer's INVITE, resent until it is acknowledged.
  void answer(SipBody answer);

  /// A final refusal of the peer's INVITE.
  ///
  /// @param status 300 to 699
  void refuse(int status, String reason);

  /// re-INVITE with a new offer. Ends in `ReofferAccepted`, `ReofferRefused` or `Ended`; refused
  /// with 491 at once while our INVITE is not yet answered.
  ///
  /// @throws IllegalArgumentException for a header that the stack owns or that breaks its line
  void reoffer(SipBody offer, Map<String, String> headers);

  /// 200 to the peer's re-INVITE.
  void acceptReoffer(SipBody answer);

  /// A refusal of the peer's re-INVITE; the session goes on as it was.
  void refuseReoffer(int status);

  /// Where keys pressed by SIP INFO go (`application/dtmf-relay`, `application/dtmf`). The value is
  /// the telephone-event code, 0-15 (RFC 4733 §3.2). Keys are never an event, never logged, never
  /// kept.
  void keysTo(IntConsumer keys);

  /// Ends the leg by whatever its state asks for: CANCEL, a final refusal (480), or BYE.
  /// Idempotent.
  ///
  /// @param headers of that CANCEL, refusal or BYE
  void hangUp(Map<String, String> headers);

  /// Hangs up, if the leg still stands.
  @Override
  default void close() {
    hangUp(Map.of());
  }
}
