package io.hushbridge.media.sdp;

import io.hushbridge.media.rtp.Codec;
import java.util.Locale;
import java.util.Optional;

/// What a payload type stands for: the right side of an `a=rtpmap` (RFC 8866 §6.6), without case.
///
/// @param text such as `PCMU/8000`; a channel count of one is left out
record Encoding(String text) {
  static final Encoding TELEPHONE_EVENT = new Encoding("TELEPHONE-EVENT/8000");

  static Encoding read(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    return new Encoding(upper.endsWith("/1") ? upper.substring(0, upper.length() - 2) : upper);
  }

  static Encoding of(Codec codec) {
    return new Encoding(codec.name() + "/8000");
  }

  /// The payload types that need no `a=rtpmap` (RFC 3551 §6).
  static Optional<Encoding> ofStatic(int payloadType) {
    for (Codec codec : Codec.values()) {
      if (staticPayloadType(codec) == payloadType) {
        return Optional.of(of(codec));
      }
    }
    return Optional.empty();
  }

  static int staticPayloadType(Codec codec) {
    return switch (codec) {
      case PCMU -> 0;
      case PCMA -> 8;
    };
  }
}
