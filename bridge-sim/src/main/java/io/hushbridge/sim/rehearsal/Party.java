package io.hushbridge.sim.rehearsal;

import java.util.Locale;

/// Whom the bridge speaks to.
enum Party {
  CALLER,
  AGENT,
  LINE,
  RECORDER;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
