package io.hushbridge.media;

import static io.hushbridge.media.Studio.AGENT;
import static io.hushbridge.media.Studio.CALLER;
import static io.hushbridge.media.Studio.hear;
import static io.hushbridge.media.Studio.hearMasked;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MaskingTest {
  private static final int WORD = 0x21;
  private static final int LOW = 770;
  private static final int HIGH = 1336;

  private final Studio studio = Studio.open();
  private final Recording recording = new Recording();
  private Phone caller = studio.phone();
  private Phone agent = studio.phone();

  @BeforeEach
  void join() throws MediaFailure {
    caller = studio.phone(CALLER);
    agent = studio.phone(AGENT);
  }

  @AfterEach
  void close() {
    studio.close();
  }

  @Test
  void aToneIsHeardWhereNothingIsMasked() throws MediaFailure {
    studio.call.switchTo(Wiring.of(hear(AGENT, CALLER)));

    wordToneWord();

    List<Phone.Heard> all = agent.hears(30, packet -> !packet.isSilence());
    assertThat(ToneCheck.finds(LOW, HIGH, all)).isTrue();
  }

  @Test
  void aMaskedHearingHasTheWordsAndNotOneSampleOfTheTone() throws MediaFailure {
    studio.call.switchTo(Wiring.of(hearMasked(AGENT, CALLER)));
    agent.forgets();

    wordToneWord();

    agent.hears(19, packet -> packet.has(WORD));
    Await.that(() -> agent.heard().size() >= 30);
    assertThat(agent.heard()).allMatch(MaskingTest::isWordOrSilence);
    assertThat(ToneCheck.finds(LOW, HIGH, agent.heard())).isFalse();
  }

  @Test
  void aForkHasTheWordsAndNotOneSampleOfTheTone() throws MediaFailure {
    Fork fork = studio.call.openFork("file", List.of(CALLER), recording);
    studio.call.switchTo(Wiring.of(hear(AGENT, CALLER)).tapping(CALLER));

    wordToneWord();

    Await.that(() -> recording.samples(CALLER) >= 30 * Phone.FRAME);
    assertThat(ToneCheck.finds(LOW, HIGH, recording.pcm(CALLER))).isFalse();
    assertThat(recording.pcm(CALLER)).containsOnly(Phone.CODEC.decode((byte) WORD), 0);
    assertThat(fork.counts().silenced()).isBetween(5L, 14L);
    assertThat(fork.counts().passed() + fork.counts().silenced()).isEqualTo(30);
  }

  @Test
  void noFragmentOfAToneEscapesWhateverItsPlaceInAPacket() throws MediaFailure {
    studio.call.openFork("file", List.of(CALLER), recording);
    studio.call.switchTo(Wiring.silent().tapping(CALLER));

    for (int phase = 0; phase < 160; phase += 16) {
      caller.saysTimes(15, WORD);
      toneOfFiftyMillisecondsAt(phase);
      Phone.pauseUntil(System.nanoTime() + 20_000_000);
    }
    caller.saysTimes(10, WORD);
    Await.that(() -> recording.samples(CALLER) >= (10 * 19 + 4) * Phone.FRAME);

    assertThat(recording.pcm(CALLER)).containsOnly(Phone.CODEC.decode((byte) WORD), 0);
  }

  @Test
  void anEventNeverLeavesAMaskedHearingOrAForkNorDoesTheAudioAroundIt() throws MediaFailure {
    Phone recorder = studio.phone();
    RtpFork fork = studio.call.openRtpFork("recorder", List.of(CALLER));
    fork.connect(CALLER, recorder.agreed());
    studio.call.switchTo(Wiring.of(hearMasked(AGENT, CALLER)).tapping(CALLER));

    caller.saysTimes(10, WORD);
    caller.presses(5);
    caller.saysTimes(30, WORD);

    for (Phone listener : List.of(agent, recorder)) {
      List<Phone.Heard> words = listener.hears(20, packet -> packet.has(WORD));
      assertThat(listener.heard()).noneMatch(Phone.Heard::isEvent);
      assertThat(words).hasSizeBetween(20, 30);
      assertThat(listener.heard(Phone.Heard::isSilence)).hasSizeGreaterThan(5);
    }
    assertThat(studio.counted(Verdict.MASKED)).isEqualTo(6);
    assertThat(fork.counts().silenced()).isBetween(6L, 12L);
  }

  @Test
  void aStalledTalkersLastWordsLeaveAsSilence() throws MediaFailure {
    Fork fork = studio.call.openFork("file", List.of(CALLER), recording);
    studio.call.switchTo(Wiring.silent().tapping(CALLER));

    caller.saysTimes(6, WORD);

    Await.that(() -> recording.samples(CALLER) == 6 * Phone.FRAME);
    assertThat(fork.counts().passed()).isEqualTo(3);
    assertThat(fork.counts().silenced()).isEqualTo(3);
  }

  @Test
  void whatWasSaidUnderOneWiringIsNotHeardUnderTheNext() throws MediaFailure {
    studio.call.switchTo(Wiring.of(hearMasked(AGENT, CALLER)));
    caller.saysTimes(6, 0x55);
    Await.that(() -> studio.counted(Verdict.DELAYED) == 6);

    studio.call.switchTo(Wiring.of(hearMasked(AGENT, CALLER)));
    caller.saysTimes(10, WORD);

    agent.hears(4, packet -> packet.has(WORD));
    assertThat(agent.heard()).noneMatch(packet -> packet.has(0x55));
  }

  private void wordToneWord() {
    caller.saysTimes(10, WORD);
    for (int packet = 0; packet < 5; packet++) {
      caller.sounds(LOW, HIGH);
    }
    caller.saysTimes(21, WORD);
  }

  /// 400 samples of tone that begin somewhere in the first of four packets.
  private void toneOfFiftyMillisecondsAt(int phase) {
    for (int packet = 0; packet < 4; packet++) {
      int from = packet * 160 - phase;
      caller.says(i -> from + i >= 0 && from + i < 400 ? tone(from + i) : WORD);
    }
  }

  private static int tone(int at) {
    double turn = 2 * Math.PI * at / 8000;
    double sum = Math.sin(LOW * turn) + Math.sin(HIGH * turn);
    return Phone.CODEC.encode((short) (6000 * sum));
  }

  private static boolean isWordOrSilence(Phone.Heard packet) {
    return packet.isSilence() || packet.isAll(WORD);
  }
}
