package io.hushbridge.control.call;

import java.time.Duration;

/// How long a call waits for each thing.
///
/// @param agentAnswer from dialling the agent to its answer
/// @param pause every recorder's confirmation that it paused
/// @param session token and launch at PCI Pal together
/// @param lineAnswer from dialling the payment line to its answer
/// @param link passing the LinkId on
/// @param payment caller and payment line alone
/// @param lineEnd after a paid callback, for the line's BYE
/// @param callbackGrace after the line ended, for a callback
/// @param agentReturn for the agent to take the caller back
/// @param guardOrderly no key for this long after an orderly end, before talk is open again
/// @param guardOther the same after any other end: the caller may still be keying
/// @param prompt longest prompt that is waited for
public record Limits(
    Duration agentAnswer,
    Duration pause,
    Duration session,
    Duration lineAnswer,
    Duration link,
    Duration payment,
    Duration lineEnd,
    Duration callbackGrace,
    Duration agentReturn,
    Duration guardOrderly,
    Duration guardOther,
    Duration prompt) {

  Duration guardAfter(TripOutcome outcome) {
    return outcome.orderly() ? guardOrderly : guardOther;
  }
}
