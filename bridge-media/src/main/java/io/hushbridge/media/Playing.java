package io.hushbridge.media;

import io.hushbridge.media.rtp.Codec;
import io.hushbridge.media.rtp.Prompt;

/// How far a prompt has been played. Event loop only.
final class Playing {
  private final Prompt prompt;
  private int at;

  Playing(Prompt prompt) {
    this.prompt = prompt;
  }

  boolean done() {
    return at >= prompt.length();
  }

  /// The next samples, filled up with silence at the end.
  byte[] next(int samples, Codec codec) {
    byte[] frame = new byte[samples];
    for (int i = 0; i < samples; i++, at++) {
      frame[i] = done() ? codec.silence() : codec.encode(prompt.sample(at));
    }
    return frame;
  }
}
