package io.hushbridge.control.call;

import io.hushbridge.media.PortName;
import java.util.Locale;

/// The parties of a call.
public enum Role {
  CALLER,
  AGENT,
  LINE;

  /// The party's port in a [io.hushbridge.media.Wiring].
  public PortName port() {
    return new PortName(name().toLowerCase(Locale.ROOT));
  }
}
