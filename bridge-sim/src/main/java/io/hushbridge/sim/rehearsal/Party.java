package io.hushbridge.sim.rehearsal;

import io.hushbridge.sim.Places;
import java.util.Locale;

/// Whom the bridge speaks SIP with.
enum Party {
  CALLER,
  AGENT,
  LINE,
  RECORDER;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  int sipPort(Places places) {
    return switch (this) {
      case CALLER -> places.trunk();
      case AGENT -> places.agent();
      case LINE -> places.line();
      case RECORDER -> places.recorder();
    };
  }
}
