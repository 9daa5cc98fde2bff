package io.hushbridge.sim;

/// How a far end misbehaves.
public enum Fault {
  /// The line stays for two seconds after the callback.
  CALLBACK_BEFORE_BYE,
  /// The callback comes a second and a half after the line has hung up.
  BYE_BEFORE_CALLBACK,
  NO_CALLBACK,
  CALLBACK_TWICE,
  /// The callback names another amount than was asked for.
  CALLBACK_WITH_OTHER_AMOUNT,
  /// The line never hangs up by itself.
  LINE_STAYS,
  LINE_NEVER_ANSWERS,
  /// The line hangs up after the sixth digit of the card number, and no callback comes.
  LINE_DROPS_MID_CARD,
  /// The line's answer has no telephone-event.
  LINE_WITHOUT_EVENTS,
  /// The line's answer has a codec that nobody offered.
  LINE_OTHER_CODEC,
  /// The line answers after four seconds.
  LINE_SLOW,
  /// 30 s.
  TOKEN_HANGS,
  /// 500.
  TOKEN_FAILS,
  /// 30 s.
  LAUNCH_HANGS,
  /// 500.
  LAUNCH_FAILS,
  /// 488 to the pause.
  RECORDER_REFUSES_PAUSE,
  /// No answer to the pause.
  RECORDER_SILENT_ON_PAUSE,
  /// 200 to the pause, its streams active as before.
  RECORDER_STAYS_ACTIVE,
  /// The recorder never answers its INVITE.
  RECORDER_DEAD,
  /// 488 to being held.
  AGENT_REFUSES_HOLD,
  /// 491 to being held, the first two times.
  AGENT_GLARES,
  /// BYE as soon as it is held.
  AGENT_LEAVES_WHEN_HELD,
  /// 480 to the second INVITE of the same call.
  AGENT_REFUSES_RETURN,
  /// No answer to its INVITE.
  AGENT_NEVER_ANSWERS
}
