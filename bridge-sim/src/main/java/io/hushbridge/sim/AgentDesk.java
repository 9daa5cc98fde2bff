package io.hushbridge.sim;

/// What the calls of one voice agent have in common.
interface AgentDesk {
  Watch watch();

  Conduct conduct();

  Story story();

  /// An `X-Hush-Outcome` has come.
  void outcome(String header);

  /// What there is to say to a caller who comes back.
  Phrase phraseOnReturn();

  /// A new call stands.
  void answered(AgentCall call);
}
