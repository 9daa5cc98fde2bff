package io.hushbridge.media;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A recorder in the test: keeps what it is given, where it is given.
final class Recording implements ForkSink {
  private final List<Stretch> stretches = new CopyOnWriteArrayList<>();

  record Stretch(PortName speaker, long position, List<Short> pcm) {
    boolean has(int code) {
      return pcm.contains(Phone.CODEC.decode((byte) code));
    }
  }

  @Override
  public void heard(PortName speaker, long position, short[] pcm) {
    List<Short> samples = new ArrayList<>();
    for (short sample : pcm) {
      samples.add(sample);
    }
    stretches.add(new Stretch(speaker, position, List.copyOf(samples)));
  }

  List<Stretch> of(PortName speaker) {
    return stretches.stream().filter(stretch -> stretch.speaker().equals(speaker)).toList();
  }

  int samples(PortName speaker) {
    return of(speaker).stream().mapToInt(stretch -> stretch.pcm().size()).sum();
  }

  boolean has(int code) {
    return stretches.stream().anyMatch(stretch -> stretch.has(code));
  }

  /// All samples of a speaker, one stretch behind the other.
  short[] pcm(PortName speaker) {
    short[] pcm = new short[samples(speaker)];
    int at = 0;
    for (Stretch stretch : of(speaker)) {
      for (short sample : stretch.pcm()) {
        pcm[at++] = sample;
      }
    }
    return pcm;
  }
}
