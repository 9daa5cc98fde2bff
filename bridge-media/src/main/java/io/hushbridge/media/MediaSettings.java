package io.hushbridge.media;

/// How the media plane is to be opened.
///
/// @param bind address that ports are bound to and that our SDP names
/// @param lowPort first even port; RTP takes even ports, RTCP the odd one above (RFC 3550 §11)
/// @param highPort last port
/// @param loops event loops; a call stays on one
public record MediaSettings(String bind, int lowPort, int highPort, int loops) {

  public MediaSettings {
    if (lowPort % 2 != 0 || lowPort < 1024 || highPort <= lowPort || highPort > 65535) {
      throw new IllegalArgumentException(
          "media.ports %d-%d: want an even low port from 1024 up, and room above it"
              .formatted(lowPort, highPort));
    }
    if (loops < 1) {
      throw new IllegalArgumentException("media.loops %d: want at least one".formatted(loops));
    }
  }
}
