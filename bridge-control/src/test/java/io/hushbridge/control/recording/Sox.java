package io.hushbridge.control.recording;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A second opinion on a WAV.
final class Sox {
  private Sox() {}

  static String info(Path wav) throws IOException {
    return run("--i", wav.toString());
  }

  /// Largest amplitude of a channel (1 is left) in a stretch, 0 to 1.
  static double peak(Path wav, int channel, double fromSeconds, double seconds) throws IOException {
    String stat =
        run(
            wav.toString(),
            "-n",
            "remix",
            "" + channel,
            "trim",
            "" + fromSeconds,
            "" + seconds,
            "stat");
    return stat.lines()
        .filter(line -> line.startsWith("Maximum amplitude"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(':') + 1)))
        .findFirst()
        .orElseThrow(() -> new IOException(stat));
  }

  private static String run(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("sox"));
    command.addAll(List.of(arguments));
    Process sox = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(sox.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
