package io.hushbridge.media.rtp;

/// A codec that we relay: G.711 in its two laws, 8 kHz (RFC 3551 §4.5.14, ITU-T G.711).
public enum Codec {
  PCMU,
  PCMA
}
