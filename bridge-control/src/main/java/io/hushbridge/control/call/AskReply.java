package io.hushbridge.control.call;

/// What an ask is told.
public sealed interface AskReply {
  record Begun() implements AskReply {}

  /// One payment at a time.
  record Busy(PaymentId current) implements AskReply {}

  /// There is no talk to interrupt: the call is being set up or is ending.
  record NotNow(String why) implements AskReply {}
}
