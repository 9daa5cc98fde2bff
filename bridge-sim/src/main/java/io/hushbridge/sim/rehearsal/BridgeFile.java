package io.hushbridge.sim.rehearsal;

import io.hushbridge.sim.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/// The configuration of a rehearsed bridge: the shipped one, with its doors and its far ends.
final class BridgeFile {
  private BridgeFile() {}

  /// Writes `bridge.yaml` into the rehearsal's directory.
  static Path write(Path directory, Doors doors, Secrets secrets, Map<String, String> limits)
      throws IOException {
    var places = doors.places();
    String text =
        """
        sip:
          port: %d
        media:
          ports: %d-%d
        agent:
          target: %s
          authToken: ${env:HUSH_AGENT_TOKEN}
          externalEventsUrl: %s
          externalEventsKey: ${env:HUSH_EVENTS_KEY}
          accountId: %s
          projectId: %s
        pciPal:
          callbackBase: http://%s:%d
          flows:
            default:
              tenantName: %s
              username: %s
              clientId: %s
              clientSecret: ${env:HUSH_CLIENT_SECRET}
              authEndpoint: %s
              sessionEndpoint: %s
              flowId: "1"
              line: %s
        recording:
          directory: %s
          siprec:
            - name: main
              target: %s
        http:
          port: %d
          keys:
            - name: agent
              role: agent
              key: ${env:HUSH_AGENT_KEY}
        callbacks:
          port: %d
        journal:
          file: %s
        """
            .formatted(
                places.bridgeSip(),
                doors.mediaLow(),
                doors.mediaHigh(),
                places.agentTarget(),
                places.externalEventsUrl(),
                secrets.accountId(),
                secrets.projectId(),
                Doors.HOST,
                doors.callbacks(),
                secrets.tenantName(),
                secrets.username(),
                secrets.clientId(),
                places.authEndpoint(),
                places.sessionEndpoint(),
                places.lineTarget(),
                directory.resolve("recordings"),
                places.recorderTarget(),
                places.bridgeHttp(),
                doors.callbacks(),
                directory.resolve("journal.jsonl"));
    return Files.writeString(directory.resolve("bridge.yaml"), text + shortened(limits));
  }

  private static String shortened(Map<String, String> limits) {
    return limits.isEmpty()
        ? ""
        : limits.entrySet().stream()
            .map(limit -> "  %s: %s%n".formatted(limit.getKey(), limit.getValue()))
            .sorted()
            .collect(Collectors.joining("", "limits:\n", ""));
  }

  /// The secrets that the file refers to.
  static Map<String, String> environment(Secrets secrets) {
    return Map.of(
        "HUSH_AGENT_TOKEN", secrets.authToken(),
        "HUSH_EVENTS_KEY", secrets.eventsKey(),
        "HUSH_CLIENT_SECRET", secrets.clientSecret(),
        "HUSH_AGENT_KEY", secrets.agentKey());
  }
}
