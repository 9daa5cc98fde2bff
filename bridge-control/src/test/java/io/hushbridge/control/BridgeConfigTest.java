package io.hushbridge.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BridgeConfigTest {
  @TempDir Path directory;

  @Test
  void whatTheFileLeavesOutIsAsShipped() throws IOException {
    BridgeConfig config = load("limits:\n  pause: 300ms\n");

    assertThat(config.limits().pause()).isEqualTo(Duration.ofMillis(300));
    assertThat(config.limits().payment()).isEqualTo(Duration.ofMinutes(10));
    assertThat(config.agent()).isEqualTo(BridgeConfig.defaults().agent());
  }

  @Test
  void anUnknownKeyIsToldWithItsLineAndTheNearestKey() {
    assertThatThrownBy(() -> load("agent:\n  tarjet: sip:x@127.0.0.1\n"))
        .isInstanceOf(ConfigError.class)
        .hasMessage(file() + ":2: agent.tarjet: unknown key; did you mean agent.target?");
  }

  private BridgeConfig load(String text) throws IOException {
    Files.writeString(file(), text);
    return new ConfigLoader(Map.of("TOKEN", "s3cret")::get).load(file());
  }

  private Path file() {
    return directory.resolve("own.yaml");
  }
}
