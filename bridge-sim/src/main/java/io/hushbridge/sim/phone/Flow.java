package io.hushbridge.sim.phone;

import java.util.Locale;

/// Which way audio flows, as the author of a description sees it (RFC 3264 §5.1).
public enum Flow {
  SENDRECV,
  SENDONLY,
  RECVONLY,
  INACTIVE;

  /// The answer to an offer of this direction by somebody who would both send and receive (RFC 3264
  /// §6.1).
  public Flow mirrored() {
    return switch (this) {
      case SENDRECV -> SENDRECV;
      case SENDONLY -> RECVONLY;
      case RECVONLY -> SENDONLY;
      case INACTIVE -> INACTIVE;
    };
  }

  public boolean sends() {
    return this == SENDRECV || this == SENDONLY;
  }

  String attribute() {
    return "a=" + name().toLowerCase(Locale.ROOT);
  }
}
