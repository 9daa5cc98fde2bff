package io.hushbridge.media;

/// What became of a packet. One word for code, counters and dashboards; a bad packet is weather,
/// never an exception and never a log line.
enum Verdict {
  /// Left for a port that hears its talker.
  FORWARDED,
  /// Entered the delay line of a masked hearing.
  DELAYED,
  /// A key event where keys are masked.
  MASKED,
  /// Nobody hears its talker.
  NOT_HEARD,
  /// The listener is being sent a prompt or keys.
  BUSY,
  /// Talker or listener has agreed not to be part of it.
  ON_HOLD,
  /// Talker or listener has no agreed stream yet.
  NOT_CONNECTED,
  /// Not from the address agreed on.
  STRANGER,
  /// Not RTP, or cut short.
  MALFORMED,
  /// RTCP, on either port.
  RTCP,
  /// A payload type that was not agreed on.
  UNKNOWN_PAYLOAD,
  /// The listener speaks the other law.
  OTHER_CODEC,
  /// A key event for a listener without telephone-event.
  NO_EVENTS,
  /// A key event whose press SIP INFO had told before.
  REPEATED,
  /// From before the last splice, or a repeat.
  LATE,
  /// Kept back by the closed gate of a fork.
  GATED,
  /// The socket could not take it, or the peer's host said that nobody listens there.
  UNSENT
}
