package io.hushbridge.media;

import java.util.ArrayList;
import java.util.List;

/// Who takes one talker's packets under the wiring in force.
///
/// @param hearers those who hear everything, at once
/// @param maskedHearings those who hear all but the keys, late
/// @param tracks the forks that carry this talker, their gates open or closed
record Routes(List<Egress> hearers, List<MaskedHearing> maskedHearings, List<Track> tracks) {
  static final Routes NONE = new Routes(List.of(), List.of(), List.of());

  Routes {
    hearers = List.copyOf(hearers);
    maskedHearings = List.copyOf(maskedHearings);
    tracks = List.copyOf(tracks);
  }

  /// All that take the talker's audio after inspection.
  List<Tap> taps() {
    List<Tap> taps = new ArrayList<>(maskedHearings);
    taps.addAll(tracks);
    return taps;
  }

  boolean heardByNobody() {
    return hearers.isEmpty() && maskedHearings.isEmpty();
  }
}
