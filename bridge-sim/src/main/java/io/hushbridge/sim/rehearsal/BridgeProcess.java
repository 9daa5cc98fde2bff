package io.hushbridge.sim.rehearsal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// The bridge in a JVM of its own, on the class path of production: none of the far ends is on it.
final class BridgeProcess implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(30);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

  /// A card number that is in the bridge's memory for a good reason: it is told at its start. A
  /// look at its memory that does not find this one would not find the caller's either.
  static final String CANARY = "4539148803436467";

  private final Process process;
  private final Path log;
  private final URI http;
  private final HttpClient client = HttpClient.newHttpClient();

  private BridgeProcess(Process process, Path log, URI http) {
    this.process = process;
    this.log = log;
    this.http = http;
  }

  /// Starts a bridge, and returns while it is still on its way.
  ///
  /// @param log file for what it says
  static BridgeProcess start(Path config, Map<String, String> environment, Path log, int httpPort)
      throws IOException {
    Path root = Tree.root();
    var builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + root.resolve("config/jvm.options"),
                "-Xmx256m",
                // It lives for one call, and is ready sooner without its second compiler.
                "-XX:TieredStopAtLevel=1",
                "-Dhushbridge.canary=" + CANARY,
                "-cp",
                classPath(root),
                "io.hushbridge.control.Bridge",
                config.toString())
            .directory(root.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    URI http = URI.create("http://%s:%d".formatted(Doors.HOST, httpPort));
    return new BridgeProcess(builder.start(), log, http);
  }

  private static String classPath(Path root) throws IOException {
    Path target = root.resolve("bridge-control/target");
    if (Files.notExists(target.resolve("bridge-control.jar"))) {
      throw new IOException("the bridge is not built: run mvn package, or scripts/rehearse");
    }
    return target.resolve("bridge-control.jar") + ":" + target.resolve("lib") + "/*";
  }

  /// Returns when it is ready to take calls.
  ///
  /// @throws IOException when it does not become ready; the message has the end of its log
  void awaitReady() throws IOException {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (!isReady()) {
      if (System.nanoTime() > deadline || ended(Duration.ofMillis(50))) {
        process.destroyForcibly();
        throw new IOException("the bridge did not become ready:\n" + lastWords());
      }
    }
  }

  private boolean isReady() throws IOException {
    try {
      return get("/readyz").statusCode() == 200;
    } catch (java.net.ConnectException notYet) {
      return false;
    }
  }

  private boolean ended(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private String lastWords() throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
  }

  long pid() {
    return process.pid();
  }

  /// What Prometheus would read now.
  String metrics() throws IOException {
    return get("/metrics").body();
  }

  /// Waits until its metrics are so, or until time is up.
  ///
  /// @return the last scrape
  String metricsOnce(Predicate<String> so, Duration limit) throws IOException {
    long deadline = System.nanoTime() + limit.toNanos();
    String scrape = metrics();
    while (!so.test(scrape) && System.nanoTime() < deadline && !ended(Duration.ofMillis(50))) {
      scrape = metrics();
    }
    return scrape;
  }

  private HttpResponse<String> get(String path) throws IOException {
    try {
      var request =
          HttpRequest.newBuilder(http.resolve(path)).timeout(Duration.ofSeconds(5)).build();
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    }
  }

  /// Writes what is on its heap into a file.
  void dumpHeap(Path file) {
    Tool.run(
        new byte[0],
        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
        Long.toString(pid()),
        "GC.heap_dump",
        "-all",
        file.toAbsolutePath().toString());
  }

  /// Tells it to end, as an operator would, and does not wait.
  void stop() {
    process.destroy();
  }

  /// Ends it.
  ///
  /// @throws IOException when it does not end in time
  @Override
  public void close() throws IOException {
    client.close();
    stop();
    if (!ended(STOP_LIMIT)) {
      process.destroyForcibly();
      throw new IOException("the bridge did not end within " + STOP_LIMIT.toSeconds() + " s");
    }
  }
}
