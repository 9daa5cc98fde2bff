package io.hushbridge.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BridgeTest {
  @TempDir Path directory;

  @Test
  void aBridgeWhoseHttpPortIsTakenEndsInsteadOfTakingCallsWithoutIt() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Path output = directory.resolve("output");
      Process bridge = started(config(taken.getLocalPort()), output);

      try {
        assertThat(bridge.waitFor(30, TimeUnit.SECONDS)).as("ended").isTrue();
        assertThat(bridge.exitValue()).isEqualTo(1);
        assertThat(Files.readString(output)).contains(String.valueOf(taken.getLocalPort()));
      } finally {
        bridge.destroyForcibly();
      }
    }
  }

  private Path config(int httpPort) throws IOException {
    return Files.writeString(
        directory.resolve("bridge.yaml"),
        """
        sip:
          host: 127.0.0.1
          port: 45871
        media:
          ports: 43100-43199
        agent:
          target: sip:agent@127.0.0.1:45873
        http:
          port: %d
        journal:
          file: %s
        recording:
          directory: %s
        """
            .formatted(httpPort, directory.resolve("journal.jsonl"), directory));
  }

  private Process started(Path config, Path output) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Bridge.class.getName(),
            config.toString())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }
}
