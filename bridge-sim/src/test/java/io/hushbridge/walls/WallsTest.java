package io.hushbridge.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WallsTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("walls"))
          .importPackages("io.hushbridge");

  /// Classes beside this test, made to break each wall.
  private static final JavaClasses BREAKERS =
      new ClassFileImporter()
          .importPackages(
              "io.hushbridge.walls.sip",
              "io.hushbridge.walls.media",
              "io.hushbridge.walls.control",
              "io.hushbridge.walls.sim");

  @ParameterizedTest
  @EnumSource
  void theHouseKeepsItsWalls(Walls wall) {
    wall.rule.check(OURS);
  }

  @ParameterizedTest
  @EnumSource
  void everyWallWouldBeSeenToBreak(Walls wall) {
    assertThat(wall.rule.evaluate(BREAKERS).hasViolation()).isTrue();
  }
}
