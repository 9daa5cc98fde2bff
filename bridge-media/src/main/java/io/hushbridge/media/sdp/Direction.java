package io.hushbridge.media.sdp;

/// Which way audio may flow, from the describer's side (RFC 8866 §6.7).
public enum Direction {
  SENDRECV,
  SENDONLY,
  RECVONLY,
  INACTIVE
}
