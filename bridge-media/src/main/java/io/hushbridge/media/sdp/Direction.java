package io.hushbridge.media.sdp;

/// Which way audio may flow, from the describer's side (RFC 8866 §6.7).
public enum Direction {
  SENDRECV,
  SENDONLY,
  RECVONLY,
  INACTIVE;

  static Direction of(boolean sends, boolean receives) {
    if (sends) {
      return receives ? SENDRECV : SENDONLY;
    }
    return receives ? RECVONLY : INACTIVE;
  }

  public boolean sends() {
    return this == SENDRECV || this == SENDONLY;
  }

  public boolean receives() {
    return this == SENDRECV || this == RECVONLY;
  }

  /// The same flow seen from the other side.
  public Direction mirrored() {
    return switch (this) {
      case SENDRECV, INACTIVE -> this;
      case SENDONLY -> RECVONLY;
      case RECVONLY -> SENDONLY;
    };
  }

  /// Only what both allow.
  public Direction narrowedBy(Direction other) {
    return of(sends() && other.sends(), receives() && other.receives());
  }
}
