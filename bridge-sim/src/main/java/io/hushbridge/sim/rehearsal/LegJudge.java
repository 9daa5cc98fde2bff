package io.hushbridge.sim.rehearsal;

import io.hushbridge.sim.rehearsal.Wire.Stream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How many keys can be heard on each leg and in each recording. The caller's own leg proves that
/// they would be found; the line's may have some; no other may.
final class LegJudge {
  private static final int STEREO = 2;

  private final Played played;
  private final List<Verdict> verdicts = new ArrayList<>();

  private LegJudge(Played played) {
    this.played = played;
  }

  static List<Verdict> of(Played played) {
    return new LegJudge(played).judge();
  }

  private List<Verdict> judge() {
    onTheCallersLeg();
    onTheLine();
    for (Stream stream : played.wire().streams()) {
      if (!isCallersOwn(stream) && !isToTheLine(stream)) {
        none(stream.label(), Keys.on(stream));
      }
    }
    inFile("the bridge's WAV, caller", played.wav(), 1);
    inFile("the bridge's WAV, agent", played.wav(), STEREO);
    played.recordings().forEach(file -> inFile("the recorder's " + file.getFileName(), file, 1));
    return verdicts;
  }

  private void onTheCallersLeg() {
    Keys keyed = Keys.on(played.wire().from(Party.CALLER));
    boolean asPlayed = keyed.total() > 0 == played.scenario().caller().keys();
    verdicts.add(new Verdict("digits, caller to bridge", said(keyed), asPlayed));
  }

  private void onTheLine() {
    Keys reached = Keys.on(played.wire().to(Party.LINE));
    boolean asPlayed = reached.total() > 0 == played.scenario().reaches(Scenario.Reach.JOINED);
    verdicts.add(new Verdict("digits, bridge to line", said(reached), asPlayed));
  }

  private static boolean isCallersOwn(Stream stream) {
    return stream.leg().equals(Party.CALLER.label()) && !stream.toFarEnd();
  }

  private static boolean isToTheLine(Stream stream) {
    return stream.leg().equals(Party.LINE.label()) && stream.toFarEnd();
  }

  private void none(String where, Keys keys) {
    verdicts.add(new Verdict("digits, " + where, said(keys), keys.total() == 0));
  }

  private void inFile(String where, Path file, int channel) {
    if (Files.exists(file)) {
      none(where, new Keys(0, Tones.inWav(file, channel)));
    } else {
      verdicts.add(new Verdict("digits, " + where, "no such file", false));
    }
  }

  private static String said(Keys keys) {
    return keys.total() == 0 ? "0" : "%d events, %d tones".formatted(keys.events(), keys.tones());
  }
}
