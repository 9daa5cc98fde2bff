package io.hushbridge.control.call;

/// What the caller is told by the bridge itself.
public enum Cue {
  /// While the payment is being confirmed.
  CONFIRMING,
  /// The agent cannot be reached again; the call ends after this.
  AGENT_LOST
}
