package io.hushbridge.sim.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The call as a story in order of time: what the far ends did, what the bridge wrote for the
/// record, and how the agent's and the recorder's legs were re-negotiated.
final class Timeline {
  private static final String BRIDGE = "bridge";
  private static final String RECORDING = "recording";
  private static final String GATED = "gated";

  /// One line of the story.
  ///
  /// @param scene the scene it begins; empty where it begins none
  /// @param recorder the recorder's new state; empty where it stays
  private record Beat(Instant at, String who, String what, String scene, String recorder) {}

  private Timeline() {}

  static List<String> of(Played played) {
    List<Beat> beats =
        Stream.of(
                played.moments().stream().map(m -> new Beat(m.at(), m.who(), m.what(), "", "")),
                played.journal().stream().filter(t -> !t.call().isEmpty()).map(Timeline::written),
                played.wire().messages().stream()
                    .filter(SipMessage::isReinvite)
                    .map(Timeline::reinvited))
            .flatMap(beat -> beat)
            .sorted(Comparator.comparing(Beat::at))
            .toList();
    return table(beats);
  }

  private static List<String> table(List<Beat> beats) {
    var table = new Table("seconds", "who", "what", "scene", "recorder");
    String scene = "";
    String recorder = "";
    for (Beat beat : beats) {
      scene = beat.scene().isEmpty() ? scene : beat.scene();
      recorder = next(recorder, beat.recorder());
      long millis = Duration.between(beats.getFirst().at(), beat.at()).toMillis();
      table.row("%7.3f".formatted(millis / 1000.0), beat.who(), beat.what(), scene, recorder);
    }
    return table.lines();
  }

  /// A gate that closes on a recorder already paused tells nothing new.
  private static String next(String recorder, String told) {
    boolean nothingNew = told.isEmpty() || (told.equals(GATED) && !recorder.equals(RECORDING));
    return nothingNew ? recorder : told;
  }

  private static Beat reinvited(SipMessage message) {
    String direction =
        message.media().map(sdp -> " " + String.join(" ", sdp.directions())).orElse("");
    String outcome = message.header("x-hush-outcome").map(text -> ", outcome " + text).orElse("");
    String who = message.fromBridge() ? BRIDGE : message.party().label();
    String whom = message.fromBridge() ? message.party().label() : BRIDGE;
    return new Beat(
        message.at(), who, "re-INVITE to %s:%s%s".formatted(whom, direction, outcome), "", "");
  }

  private static Beat written(Told told) {
    String scene = told.is("SceneChanged") ? told.text("scene") : "";
    return new Beat(told.at(), BRIDGE, phrase(told), scene, recorder(told));
  }

  private static String recorder(Told told) {
    return switch (told.event()) {
      case "SceneChanged" -> told.text("scene").equals("talking") ? RECORDING : GATED;
      case "PauseAsked" -> "pausing";
      case "PauseConfirmed" -> "paused";
      case "PauseRefused" -> "not paused";
      case "CallEnded" -> "ended";
      default -> "";
    };
  }

  private static String phrase(Told told) {
    return switch (told.event()) {
      case "SceneChanged" -> "** " + told.text("scene") + " **";
      case "PartyJoined" -> told.text("role").toLowerCase(Locale.ROOT) + " joins";
      case "PartyLeft" -> told.text("role").toLowerCase(Locale.ROOT) + " is gone";
      default -> spaced(told.event()) + details(told);
    };
  }

  private static String details(Told told) {
    List<String> values =
        told.data()
            .propertyStream()
            .filter(field -> !field.getKey().equals("payment"))
            .map(
                field ->
                    field.getValue().isString()
                        ? field.getValue().asString()
                        : field.getValue().toString())
            .filter(text -> !text.isEmpty())
            .toList();
    return values.isEmpty() ? "" : ": " + String.join(" ", values);
  }

  /// `PauseAsked` as `pause asked`.
  private static String spaced(String event) {
    return event.replaceAll("(?<!^)(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
