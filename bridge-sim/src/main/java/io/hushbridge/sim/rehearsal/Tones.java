package io.hushbridge.sim.rehearsal;

import static java.lang.Math.TAU;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Counts key tones in audio: sox brings it into the form that multimon-ng, a detector we did not
/// write, listens to. At the end of all audio stands a planted key, so that a count of none is
/// never a detector that did not work.
final class Tones {
  private static final int RATE = 22050;
  private static final String[] LISTEN = {"multimon-ng", "-q", "-a", "DTMF", "-t", "raw", "-"};
  private static final List<String> AS_LISTENED_TO =
      List.of(
          "-t", "raw", "-r", Integer.toString(RATE), "-e", "signed", "-b", "16", "-c", "1", "-");

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
    sox.addAll(AS_LISTENED_TO);
    sox.addAll(List.of("remix", Integer.toString(channel)));
    var pcm = new ByteArrayOutputStream();
    pcm.writeBytes(Tool.run(audio, sox.toArray(String[]::new)));
    pcm.writeBytes(aKeyAmongSilence());
    String said = new String(Tool.run(pcm.toByteArray(), LISTEN), US_ASCII);
    int keys = (int) said.lines().filter(line -> line.startsWith("DTMF:")).count();
    if (!said.endsWith("DTMF: 5\n")) {
      throw new IllegalStateException("multimon-ng did not hear a planted key");
    }
    return keys - 1;
  }

  /// A `5` of 100 ms, with silence of 500 ms before and after it.
  private static byte[] aKeyAmongSilence() {
    var pcm = ByteBuffer.allocate(RATE * 11 / 10 * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < RATE / 10; i++) {
      double wave = Math.sin(TAU * 770 * i / RATE) + Math.sin(TAU * 1336 * i / RATE);
      pcm.putShort((RATE / 2 + i) * Short.BYTES, (short) (8000 * wave));
    }
    return pcm.array();
  }
}
