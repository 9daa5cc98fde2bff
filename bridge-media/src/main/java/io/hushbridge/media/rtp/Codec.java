package io.hushbridge.media.rtp;

/// A codec that we relay: G.711 in its two laws, 8 kHz (RFC 3551 §4.5.14, ITU-T G.711).
public enum Codec {
  PCMU,
  PCMA;

  /// One linear 16-bit sample as one byte.
  public byte encode(short sample) {
    return switch (this) {
      case PCMU -> G711.muLaw(sample);
      case PCMA -> G711.aLaw(sample);
    };
  }

  /// One byte as one linear 16-bit sample.
  public short decode(byte code) {
    return switch (this) {
      case PCMU -> G711.fromMuLaw(code);
      case PCMA -> G711.fromALaw(code);
    };
  }

  /// The byte of the smallest step above zero: what a quiet line sends.
  public byte silence() {
    return switch (this) {
      case PCMU -> (byte) 0xFF;
      case PCMA -> (byte) 0xD5;
    };
  }
}
