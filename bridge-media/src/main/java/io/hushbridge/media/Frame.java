package io.hushbridge.media;

import io.hushbridge.media.rtp.Codec;
import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/// One packet's audio, placed on the call's time line. Whoever holds a frame wipes it when done: it
/// may carry the tone of a card digit.
final class Frame {
  private final long position;
  private final Codec codec;
  private final byte[] payload;

  private Frame(long position, Codec codec, byte[] payload) {
    this.position = position;
    this.codec = codec;
    this.payload = payload;
  }

  static Frame of(long position, Codec codec, ByteBuf samples) {
    byte[] payload = new byte[samples.readableBytes()];
    samples.getBytes(samples.readerIndex(), payload);
    return new Frame(position, codec, payload);
  }

  /// Place of the first sample.
  long position() {
    return position;
  }

  /// Place after the last sample.
  long end() {
    return position + payload.length;
  }

  int samples() {
    return payload.length;
  }

  Codec codec() {
    return codec;
  }

  /// The encoded samples; not a copy.
  byte[] payload() {
    return payload;
  }

  short[] pcm() {
    short[] pcm = new short[payload.length];
    decode(pcm);
    return pcm;
  }

  /// Writes the linear samples to the beginning of an array.
  void decode(short[] pcm) {
    for (int i = 0; i < payload.length; i++) {
      pcm[i] = codec.decode(payload[i]);
    }
  }

  Frame copy() {
    return new Frame(position, codec, payload.clone());
  }

  void silence() {
    Arrays.fill(payload, codec.silence());
  }

  void wipe() {
    Arrays.fill(payload, (byte) 0);
  }
}
