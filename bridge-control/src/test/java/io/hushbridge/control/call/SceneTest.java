package io.hushbridge.control.call;

import static io.hushbridge.control.call.Role.AGENT;
import static io.hushbridge.control.call.Role.CALLER;
import static io.hushbridge.control.call.Role.LINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushbridge.media.Wiring;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SceneTest {

  @Test
  void nobodyButThePaymentLineHearsTheCallerWhilePaying() {
    Wiring paying = new Scene.Paying().wiring();

    assertThat(Role.values())
        .filteredOn(role -> paying.hears(role.port(), CALLER.port()))
        .containsExactly(LINE);
    assertThat(Role.values())
        .filteredOn(role -> paying.hears(role.port(), LINE.port()))
        .containsExactly(CALLER);
  }

  @Test
  void nobodyHearsTheCallerWhileShielded() {
    Wiring shielded = new Scene.Shielded().wiring();

    assertThat(Role.values()).noneMatch(role -> shielded.hears(role.port(), CALLER.port()));
  }

  @ParameterizedTest
  @MethodSource("everyScene")
  void forksAreOpenOnlyInTalk(Scene scene) {
    assertThat(scene.wiring().tapped().isEmpty()).isEqualTo(!(scene instanceof Scene.Talking));
  }

  @ParameterizedTest
  @MethodSource("everyScene")
  void theLineIsJoinedToNobodyOutsideOfPaying(Scene scene) {
    assertThat(scene.wiring().hearings())
        .filteredOn(
            path -> path.listener().equals(LINE.port()) || path.speaker().equals(LINE.port()))
        .hasSize(scene instanceof Scene.Paying ? 2 : 0);
  }

  @Test
  void theAgentHearsNoKeysWhileReturning() {
    assertThat(new Scene.Returning().wiring().hearings())
        .filteredOn(path -> path.listener().equals(AGENT.port()))
        .singleElement()
        .extracting(Wiring.Hearing::masking)
        .isEqualTo(Wiring.Masking.KEYS);
  }

  /// A scene added later has to be added to the switch in `wiring()` and so to be thought of here.
  static Stream<Scene> everyScene() {
    Stream<Scene> scenes =
        Stream.of(
            new Scene.Waiting(),
            new Scene.Talking(),
            new Scene.Shielded(),
            new Scene.Paying(),
            new Scene.Returning());
    assertThat(Scene.class.getPermittedSubclasses()).hasSize(5);
    return scenes;
  }

  @Test
  void rolesHavePortsOfTheirOwn() {
    assertThat(Arrays.stream(Role.values()).map(Role::port).distinct()).hasSize(3);
  }
}
