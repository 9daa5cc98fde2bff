package io.hushbridge.sim.rehearsal;

import io.hushbridge.sim.rehearsal.Wire.Stream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// How many keys can be heard on each leg and in each recording. The caller's own leg proves that
/// they would be found; the line's may have some; no other may.
final class LegJudge {
  private final Played played;

  private LegJudge(Played played) {
    this.played = played;
  }

  static List<Verdict> of(Played played) {
    return new LegJudge(played).judge();
  }

  /// Listening takes its time: all at once.
  private List<Verdict> judge() {
    List<Supplier<Verdict>> verdicts = new ArrayList<>();
    verdicts.add(this::onTheCallersLeg);
    verdicts.add(this::onTheLine);
    for (Stream stream : played.wire().streams()) {
      if (!isCallersOwn(stream) && !isToTheLine(stream)) {
        verdicts.add(() -> none(stream.label(), Keys.on(stream)));
      }
    }
    verdicts.add(() -> inFile("the bridge's WAV, caller", played.wav(), 1));
    verdicts.add(() -> inFile("the bridge's WAV, agent", played.wav(), 2));
    for (Path file : played.recordings()) {
      verdicts.add(() -> inFile("the recorder's " + file.getFileName(), file, 1));
    }
    return verdicts.parallelStream().map(Supplier::get).toList();
  }

  private Verdict onTheCallersLeg() {
    Keys keyed = Keys.on(played.wire().from(Party.CALLER));
    boolean asPlayed = keyed.total() > 0 == played.scenario().caller().keys();
    return new Verdict("digits, caller to bridge", said(keyed), asPlayed);
  }

  private Verdict onTheLine() {
    Keys reached = Keys.on(played.wire().to(Party.LINE));
    boolean asPlayed = reached.total() > 0 == played.scenario().reaches(Scenario.Reach.JOINED);
    return new Verdict("digits, bridge to line", said(reached), asPlayed);
  }

  private static boolean isCallersOwn(Stream stream) {
    return stream.leg().equals(Party.CALLER.label()) && !stream.toFarEnd();
  }

  private static boolean isToTheLine(Stream stream) {
    return stream.leg().equals(Party.LINE.label()) && stream.toFarEnd();
  }

  private static Verdict none(String where, Keys keys) {
    return new Verdict("digits, " + where, said(keys), keys.total() == 0);
  }

  private static Verdict inFile(String where, Path file, int channel) {
    return Files.exists(file)
        ? none(where, new Keys(0, Tones.inWav(file, channel)))
        : new Verdict("digits, " + where, "no such file", false);
  }

  private static String said(Keys keys) {
    return keys.total() == 0 ? "0" : "%d events, %d tones".formatted(keys.events(), keys.tones());
  }
}
