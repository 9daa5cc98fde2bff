package io.hushbridge.sim;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// A bridge in a JVM of its own, on the shipped ports and the class path of production. Run from
/// the root of the tree.
final class DemoBridge implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(30);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

  private final Process process;

  private DemoBridge(Process process) {
    this.process = process;
  }

  /// Starts it, and returns when it takes calls.
  ///
  /// @param host address that callers reach it by
  /// @param directory for its configuration, log, journal and recordings
  /// @throws IOException where it does not become ready; the log in `directory` says why
  static DemoBridge start(String host, Places places, Secrets secrets, Path directory)
      throws IOException, InterruptedException {
    Path config =
        Files.writeString(
            directory.resolve("bridge.yaml"), config(host, places, secrets, directory));
    Path log = directory.resolve("bridge.log");
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "@config/jvm.options",
            "-cp",
            "bridge-control/target/bridge-control.jar:bridge-control/target/lib/*",
            "io.hushbridge.control.Bridge",
            config.toString());
    builder.environment().put("DEMO_CLIENT_SECRET", secrets.clientSecret());
    builder.environment().put("DEMO_AUTH_TOKEN", secrets.authToken());
    builder.environment().put("DEMO_EVENTS_KEY", secrets.eventsKey());
    builder.environment().put("DEMO_AGENT_KEY", secrets.agentKey());
    var bridge =
        new DemoBridge(builder.redirectErrorStream(true).redirectOutput(log.toFile()).start());
    if (!bridge.becomesReady(places.api("/readyz"))) {
      bridge.close();
      throw new IOException("the bridge does not become ready, see " + log);
    }
    return bridge;
  }

  private static String config(String host, Places places, Secrets secrets, Path directory) {
    return """
        sip:
          host: %s
        media:
          host: %s
        agent:
          target: %s
          authToken: ${env:DEMO_AUTH_TOKEN}
          externalEventsUrl: %s
          externalEventsKey: ${env:DEMO_EVENTS_KEY}
          accountId: %s
          projectId: %s
        pciPal:
          flows:
            default:
              tenantName: %s
              username: %s
              clientId: %s
              clientSecret: ${env:DEMO_CLIENT_SECRET}
              authEndpoint: %s
              sessionEndpoint: %s
              flowId: "%s"
              line: %s
        recording:
          directory: %s
          siprec:
            - name: demo
              target: %s
        http:
          keys:
            - name: demo
              role: agent
              key: ${env:DEMO_AGENT_KEY}
        journal:
          file: %s
        """
        .formatted(
            host,
            host,
            places.agentTarget(),
            places.externalEventsUrl(),
            secrets.accountId(),
            secrets.projectId(),
            secrets.tenantName(),
            secrets.username(),
            secrets.clientId(),
            places.authEndpoint(),
            places.sessionEndpoint(),
            PciPalCloud.FLOW_ID,
            places.lineTarget(),
            directory.resolve("recordings"),
            places.recorderTarget(),
            directory.resolve("journal.jsonl"));
  }

  private boolean becomesReady(URI ready) throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(ready).timeout(STOP_LIMIT).build();
    long deadlineNanos = System.nanoTime() + START_LIMIT.toNanos();
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (System.nanoTime() < deadlineNanos && !process.waitFor(100, TimeUnit.MILLISECONDS)) {
        try {
          if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
            return true;
          }
        } catch (IOException notYet) {
          // It is still starting.
        }
      }
    }
    return false;
  }

  /// Waits until it has ended by itself.
  void awaitEnd() throws InterruptedException {
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
