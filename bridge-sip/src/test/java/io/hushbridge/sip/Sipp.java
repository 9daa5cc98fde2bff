package io.hushbridge.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// SIPp as a far end: it shares no code with ours.
final class Sipp implements AutoCloseable {
  private final Process process;
  private final Path output;
  final int port;

  private Sipp(Process process, Path output, int port) {
    this.process = process;
    this.output = output;
    this.port = port;
  }

  /// Runs a scenario file of ours (`caller.xml`), or one of its own (`uac`).
  static Sipp running(String scenario, String transport, int remotePort, String... options) {
    if (!installed()) {
      if ("true".equals(System.getenv("CI"))) {
        fail("SIPp is missing: apt-get install sip-tester");
      }
      Assumptions.abort("SIPp is missing: apt-get install sip-tester");
    }
    try {
      int port = FreePort.checked(new SipSettings.Listener("sipp", "127.0.0.1", 0));
      List<String> command = new ArrayList<>(List.of("sipp", "127.0.0.1:" + remotePort));
      boolean own = scenario.endsWith(".xml");
      command.addAll(List.of(own ? "-sf" : "-sn", own ? file(scenario) : scenario));
      command.addAll(List.of("-i", "127.0.0.1", "-p", Integer.toString(port)));
      command.addAll(List.of("-t", transport.equals("udp") ? "u1" : "t1", "-nostdin"));
      command.addAll(List.of("-timeout", "30", "-timeout_error"));
      command.addAll(List.of(options));
      Path output = Files.createTempFile("sipp", ".txt");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      return new Sipp(process, output, port);
    } catch (IOException | SipFailure e) {
      throw new AssertionError(e);
    }
  }

  private static boolean installed() {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, "sipp")));
  }

  private static String file(String scenario) {
    try {
      return Path.of(Objects.requireNonNull(Sipp.class.getResource("/sipp/" + scenario)).toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /// Waits for its end, which must be a good one.
  void succeeds() throws IOException, InterruptedException {
    assertThat(process.waitFor(40, TimeUnit.SECONDS)).as("sipp ends").isTrue();
    assertThat(process.exitValue()).as(() -> "sipp says: " + read()).isZero();
  }

  private String read() {
    try {
      String text = Files.readString(output);
      return text.substring(Math.max(0, text.length() - 3000));
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(output);
  }
}
