package io.hushbridge.sim.rehearsal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The source tree that a rehearsal is played from.
final class Tree {
  private Tree() {}

  /// Its root: here, or the next directory above that has our configuration.
  static Path root() {
    return Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
        .filter(at -> Files.exists(at.resolve("config/jvm.options")))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("run this inside the source tree"));
  }
}
