package io.hushbridge.media;

import java.util.Map;

/// What the media plane holds and has seen.
///
/// @param openPorts pairs of UDP ports bound now, forks' among them; 0 when no call is up
/// @param verdicts packets by verdict name since the start
public record MediaCounts(int openPorts, Map<String, Long> verdicts) {

  public MediaCounts {
    verdicts = Map.copyOf(verdicts);
  }
}
