package io.hushbridge.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// From files to a configuration: the operator's over the shipped one, read, then judged by
/// [ConfigRules]. The shipped file is `config/bridge.yaml`, packaged beside this class.
final class ConfigLoader {
  private static final String SHIPPED = "bridge.yaml";

  private final UnaryOperator<@Nullable String> environment;

  ConfigLoader(UnaryOperator<@Nullable String> environment) {
    this.environment = environment;
  }

  static BridgeConfig defaults() {
    var complaints = new Complaints();
    return new ConfigLoader(_ -> null).read(List.of(shipped(complaints)), complaints);
  }

  BridgeConfig load(Path file) {
    var complaints = new Complaints();
    Yaml own = YamlFile.read(file.toString(), content(file), complaints);
    return read(List.of(own, shipped(complaints)), complaints);
  }

  private BridgeConfig read(List<Yaml> layers, Complaints complaints) {
    var reader = new ConfigReader(new ConfigText(new SecretSource(environment)), complaints);
    BridgeConfig config = reader.read(BridgeConfig.class, layers);
    if (config != null) {
      ConfigRules.judge(config, layers.getFirst(), complaints);
    }
    complaints.raise();
    return Objects.requireNonNull(config);
  }

  private static Yaml shipped(Complaints complaints) {
    try (InputStream in = ConfigLoader.class.getResourceAsStream(SHIPPED)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      return YamlFile.read(SHIPPED, text, complaints);
    } catch (IOException broken) {
      throw new IllegalStateException("the shipped configuration cannot be read", broken);
    }
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException _) {
      throw new ConfigError(List.of(file + ": there is no such file"));
    } catch (IOException wrong) {
      throw new ConfigError(List.of(file + ": cannot be read: " + wrong.getMessage()));
    }
  }
}
