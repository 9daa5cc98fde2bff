package io.hushbridge.media;

import java.util.List;

/// Who takes one talker's packets under the wiring in force.
///
/// @param hearers those who hear everything, at once
/// @param maskedHearings those who hear all but the keys, late
/// @param taps all that take the talker's audio after inspection: the masked hearings, and the
///   tracks of forks, their gates open or closed
record Routes(List<Egress> hearers, List<MaskedHearing> maskedHearings, List<Tap> taps) {
  static final Routes NONE = new Routes(List.of(), List.of(), List.of());

  Routes {
    hearers = List.copyOf(hearers);
    maskedHearings = List.copyOf(maskedHearings);
    taps = List.copyOf(taps);
  }

  boolean heardByNobody() {
    return hearers.isEmpty() && maskedHearings.isEmpty();
  }
}
