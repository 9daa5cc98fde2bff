package io.hushbridge.media;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushbridge.media.Timeline.Heard;
import io.hushbridge.media.Timeline.Stamp;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final Object AGENT = "agent";
  private static final Object LINE = "line";
  private static final int SSRC = 7;
  private static final int FRAME = 160;

  private final Timeline timeline = new Timeline(new Random(1));
  private long nowNanos = 1_000_000_000;

  @Test
  void theFirstPacketCarriesTheMarkerAndTheOthersTheirOwn() {
    assertThat(audio(AGENT, 10, 1000).marker()).isTrue();
    assertThat(audio(AGENT, 11, 1160).marker()).isFalse();
  }

  @Test
  void lossAndOrderOfASourceStayVisible() {
    Stamp first = audio(AGENT, 10, 1000);
    audio(AGENT, 11, 1160);
    Stamp fourth = audio(AGENT, 13, 1480);
    Stamp third = audio(AGENT, 12, 1320);

    assertThat(sequenceFrom(first, fourth)).isEqualTo(3);
    assertThat(sequenceFrom(first, third)).isEqualTo(2);
    assertThat(third.timestamp() - first.timestamp()).isEqualTo(320);
  }

  @Test
  void aSpliceGoesOnWithTheNextNumberAndTheTimeThatPassed() {
    Stamp last = audio(AGENT, 10, 1000);
    passes(60);
    Stamp spliced = audio(LINE, 40_000, -5);

    assertThat(spliced.ssrc()).isEqualTo(last.ssrc());
    assertThat(sequenceFrom(last, spliced)).isEqualTo(1);
    assertThat(spliced.timestamp() - last.timestamp()).isEqualTo(480 + 160);
    assertThat(spliced.marker()).isTrue();
  }

  @Test
  void aSpliceNeverOverlapsWhatWasSent() {
    Stamp last = audio(AGENT, 10, 1000);
    nowNanos -= 20_000_000;
    Stamp spliced = audio(LINE, 40_000, -5);

    assertThat(spliced.timestamp() - last.timestamp()).isEqualTo(FRAME);
  }

  @Test
  void ourOwnSoundBetweenTwoPacketsOfOneSourceIsASpliceEachWay() {
    Stamp before = audio(AGENT, 10, 1000);
    Stamp ours = timeline.sound(FRAME, nowNanos);
    Stamp more = timeline.sound(FRAME, nowNanos);
    Stamp after = audio(AGENT, 11, 1160);

    assertThat(ours.marker()).isTrue();
    assertThat(more.marker()).isFalse();
    assertThat(after.marker()).isTrue();
    assertThat(sequenceFrom(before, after)).isEqualTo(3);
    assertThat(after.timestamp() - more.timestamp()).isGreaterThanOrEqualTo(FRAME);
  }

  @Test
  void allPacketsOfAnEventShareItsTimestamp() {
    audio(AGENT, 10, 1000);
    Stamp first = event(11, 1160, true, 160);
    Stamp second = event(12, 1160, false, 320);
    Stamp end = event(13, 1160, false, 480);
    Stamp audio = audio(AGENT, 14, 1640);

    assertThat(second.timestamp()).isEqualTo(first.timestamp()).isEqualTo(end.timestamp());
    assertThat(first.marker()).isTrue();
    assertThat(second.marker()).isFalse();
    assertThat(audio.timestamp() - first.timestamp()).isEqualTo(480);
  }

  @Test
  void anEventOfFiveSecondsIsNoJump() {
    audio(AGENT, 10, 1000);
    Stamp first = event(11, 1160, true, 160);
    passes(5000);
    Stamp end = event(12, 1160, false, 40_000);

    assertThat(end.timestamp()).isEqualTo(first.timestamp());
    assertThat(audio(AGENT, 13, 1160 + 40_160).marker()).isFalse();
  }

  @Test
  void ourOwnKeysShareATimestampEachAndMoveOnByTheTimeBetween() {
    Stamp first = timeline.key(true, 160, nowNanos);
    passes(20);
    Stamp end = timeline.key(false, 320, nowNanos);
    passes(100);
    Stamp next = timeline.key(true, 160, nowNanos);

    assertThat(end.timestamp()).isEqualTo(first.timestamp());
    assertThat(next.timestamp() - first.timestamp()).isEqualTo(960);
    assertThat(next.marker()).isTrue();
    assertThat(end.marker()).isFalse();
  }

  @Test
  void aNewSsrcAJumpOfNumbersAndAJumpOfTimeAreSplices() {
    Stamp first = audio(AGENT, 10, 1000);
    Stamp ssrc = requireNonNull(timeline.follow(heard(AGENT, 5, 11, 1160), nowNanos));
    Stamp back = requireNonNull(timeline.follow(heard(AGENT, 5, 60_000, 1320), nowNanos));
    Stamp leap = requireNonNull(timeline.follow(heard(AGENT, 5, 60_001, 9_000_000), nowNanos));

    assertThat(ssrc.marker()).isTrue();
    assertThat(back.marker()).isTrue();
    assertThat(leap.marker()).isTrue();
    assertThat(sequenceFrom(first, leap)).isEqualTo(3);
    assertThat(leap.timestamp() - first.timestamp()).isEqualTo(3 * FRAME);
  }

  @Test
  void aPacketFromBeforeTheSpliceIsLate() {
    audio(AGENT, 10, 1000);
    audio(LINE, 500, 80_000);

    assertThat(timeline.follow(heard(LINE, SSRC, 499, 79_840), nowNanos)).isNull();
  }

  @Test
  void numbersWrapWithoutASeam() {
    Stamp before = audio(AGENT, 65_535, -160);
    Stamp after = audio(AGENT, 0, 0);

    assertThat(sequenceFrom(before, after)).isEqualTo(1);
    assertThat(after.timestamp() - before.timestamp()).isEqualTo(FRAME);
    assertThat(after.marker()).isFalse();
  }

  @Test
  void aHundredThousandPacketsLaterReorderingIsStillAllowed() {
    for (int packet = 0; packet < 100_000; packet++) {
      audio(AGENT, packet & 0xFFFF, packet * FRAME);
    }
    audio(AGENT, 100_001 & 0xFFFF, 100_001 * FRAME);

    assertThat(timeline.follow(heard(AGENT, SSRC, 100_000 & 0xFFFF, 100_000 * FRAME), nowNanos))
        .isNotNull();
  }

  private Stamp audio(Object source, int sequence, int timestamp) {
    Stamp stamp = timeline.follow(heard(source, SSRC, sequence, timestamp), nowNanos);
    passes(20);
    return requireNonNull(stamp);
  }

  private static Heard heard(Object source, int ssrc, int sequence, int timestamp) {
    return new Heard(source, false, sequence, timestamp, ssrc, FRAME, false);
  }

  private Stamp event(int sequence, int timestamp, boolean marker, int duration) {
    var heard = new Heard(AGENT, marker, sequence, timestamp, SSRC, duration, true);
    passes(20);
    return requireNonNull(timeline.follow(heard, nowNanos));
  }

  private void passes(int millis) {
    nowNanos += millis * 1_000_000L;
  }

  private static int sequenceFrom(Stamp from, Stamp to) {
    return (to.sequence() - from.sequence()) & 0xFFFF;
  }
}
