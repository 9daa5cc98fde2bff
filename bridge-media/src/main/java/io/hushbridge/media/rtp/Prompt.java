package io.hushbridge.media.rtp;

/// Sound to be played to a port: linear 16-bit samples at 8 kHz.
public final class Prompt {
  private final String name;
  private final short[] pcm;

  private Prompt(String name, short[] pcm) {
    this.name = name;
    this.pcm = pcm;
  }

  public static Prompt of(String name, short[] pcm) {
    return new Prompt(name, pcm.clone());
  }

  public String name() {
    return name;
  }

  /// How many samples there are.
  public int length() {
    return pcm.length;
  }

  public short sample(int index) {
    return pcm[index];
  }
}
