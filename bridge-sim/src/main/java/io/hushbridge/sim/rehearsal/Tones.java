package io.hushbridge.sim.rehearsal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Counts key tones in audio: sox brings it into the form that multimon-ng, a detector we did not
/// write, listens to.
final class Tones {
  private static final List<String> AS_MULTIMON_LIKES =
      List.of("-t", "raw", "-r", "22050", "-e", "signed", "-b", "16", "-c", "1", "-");

  private Tones() {}

  static int inG711(byte[] audio, boolean aLaw) {
    return count(audio, List.of("-t", aLaw ? "al" : "ul", "-r", "8000", "-c", "1", "-"), 1);
  }

  /// Counts in one channel of a file.
  ///
  /// @param channel from 1
  static int inWav(Path wav, int channel) {
    return count(new byte[0], List.of(wav.toString()), channel);
  }

  private static int count(byte[] audio, List<String> source, int channel) {
    List<String> sox = new ArrayList<>(List.of("sox", "-V1"));
    sox.addAll(source);
    sox.addAll(AS_MULTIMON_LIKES);
    // The detector works in blocks: with silence after it, no tone is in an unfinished one.
    sox.addAll(List.of("remix", Integer.toString(channel), "pad", "0", "0.5"));
    byte[] pcm = Tool.run(audio, sox.toArray(String[]::new));
    byte[] said = Tool.run(pcm, "multimon-ng", "-q", "-a", "DTMF", "-t", "raw", "-");
    return (int) new String(said, US_ASCII).lines().filter(l -> l.startsWith("DTMF:")).count();
  }
}
