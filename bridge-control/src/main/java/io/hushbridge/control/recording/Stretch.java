package io.hushbridge.control.recording;

import java.nio.ShortBuffer;

/// A stretch of one track.
///
/// @param channel 0 is left, 1 is right
/// @param position of its first sample, in samples since the file began
/// @param pcm linear 16-bit samples, from index 0
record Stretch(int channel, long position, ShortBuffer pcm) {

  static Stretch copyOf(int channel, long position, short[] pcm) {
    return new Stretch(channel, position, ShortBuffer.wrap(pcm.clone()));
  }

  long end() {
    return position + pcm.limit();
  }
}
