package io.hushbridge.control.line;

import io.hushbridge.control.call.Cue;
import io.hushbridge.media.rtp.Prompt;
import io.hushbridge.sip.Dial;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// How the parties of every call are reached.
///
/// @param listener name of the SIP listener that calls leave by
/// @param agent SIP URI of the agent
/// @param agentHeaders sent on every INVITE to the agent; may hold its token
/// @param holdByReinvite whether a held agent is re-INVITEd; otherwise it is only sent silence
/// @param agentRinging the agent's INVITE is given up after this long
/// @param lineRinging the line's INVITE is given up after this long
/// @param prompts what the caller is told for each cue
public record LineSettings(
    String listener,
    String agent,
    Map<String, String> agentHeaders,
    Optional<Dial.Digest> agentDigest,
    boolean holdByReinvite,
    Duration agentRinging,
    Duration lineRinging,
    Map<Cue, Prompt> prompts) {

  public LineSettings {
    agentHeaders = Map.copyOf(agentHeaders);
    prompts = Map.copyOf(prompts);
  }

  Prompt prompt(Cue cue) {
    return Objects.requireNonNull(prompts.get(cue), cue::name);
  }

  @Override
  public String toString() {
    return "LineSettings[agent=" + agent + "]";
  }
}
