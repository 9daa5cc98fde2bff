package io.hushbridge.media;

import static io.hushbridge.media.Studio.AGENT;
import static io.hushbridge.media.Studio.CALLER;
import static io.hushbridge.media.Studio.hear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForkTest {
  private static final Wiring TALK = Wiring.of(hear(AGENT, CALLER), hear(CALLER, AGENT));
  private static final Wiring TAPPED = TALK.tapping(CALLER, AGENT);
  private static final int BEFORE = 0x11;
  private static final int PAUSED = 0x33;
  private static final int AFTER = 0x55;

  private final Studio studio = Studio.open();
  private final Recording recording = new Recording();
  private Phone caller = studio.phone();
  private Phone agent = studio.phone();
  private Phone recorder = studio.phone();

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
  void aForkIsSilentUntilItsSpeakersAreTapped() throws MediaFailure {
    Fork fork = studio.call.openFork("file", List.of(CALLER, AGENT), recording);

    caller.saysTimes(10, BEFORE);

    Await.that(() -> fork.counts().withheld() == 10);
    assertThat(recording.samples(CALLER)).isZero();
  }

  @Test
  void bothTracksShareOneTimeLine() throws MediaFailure {
    studio.call.openFork("file", List.of(CALLER, AGENT), recording);
    studio.call.switchTo(TAPPED);

    caller.saysTimes(10, BEFORE);
    Phone.pauseUntil(System.nanoTime() + Duration.ofMillis(200).toNanos());
    agent.saysTimes(10, BEFORE);

    Await.that(() -> recording.samples(AGENT) >= 4 * 160 && recording.samples(CALLER) >= 4 * 160);
    long between =
        recording.of(AGENT).getFirst().position() - recording.of(CALLER).getFirst().position();
    assertThat(between).isBetween(1500L, 2400L);
    assertThat(recording.of(CALLER).get(1).position())
        .isEqualTo(recording.of(CALLER).getFirst().position() + 160);
  }

  @Test
  void aPausedForkTakesNothingAndResumesWithWhatIsSaidAfterwards() throws MediaFailure {
    Fork fork = studio.call.openFork("file", List.of(CALLER), recording);
    studio.call.switchTo(TAPPED);
    caller.saysTimes(10, BEFORE);
    Await.that(() -> fork.counts().passed() == 4);

    studio.call.switchTo(TALK);
    assertThat(fork.counts().withheld()).isEqualTo(6);
    caller.saysTimes(20, PAUSED);
    Await.that(() -> fork.counts().withheld() == 26);
    studio.call.switchTo(TAPPED);
    caller.saysTimes(10, AFTER);

    Await.that(() -> recording.has(AFTER) && recording.samples(CALLER) >= 8 * 160);
    assertThat(recording.has(PAUSED)).isFalse();
  }

  @Test
  void whatIsSaidJustBeforeTheResumeIsNotRecorded() throws MediaFailure {
    Fork fork = studio.call.openFork("file", List.of(CALLER), recording);
    caller.saysTimes(3, PAUSED);
    caller.losesPacket();
    caller.saysTimes(2, PAUSED);
    Await.that(() -> studio.counted(Verdict.NOT_HEARD) == 5);

    studio.call.switchTo(TAPPED);
    caller.saysTimes(20, AFTER);

    Await.that(() -> recording.has(AFTER));
    assertThat(recording.has(PAUSED)).isFalse();
    assertThat(fork.counts().withheld()).isEqualTo(3);
  }

  @Test
  void aForkOpenedDuringThePauseInheritsIt() throws MediaFailure {
    studio.call.switchTo(TALK.tapping(AGENT));
    Fork fork = studio.call.openFork("late", List.of(CALLER, AGENT), recording);
    RtpFork byRtp = studio.call.openRtpFork("later", List.of(CALLER));
    byRtp.connect(CALLER, recorder.agreed());

    caller.saysTimes(20, PAUSED);
    agent.saysTimes(10, AFTER);

    Await.that(() -> fork.counts().withheld() == 20 && byRtp.counts().withheld() == 20);
    Await.that(() -> recording.has(AFTER));
    assertThat(recording.has(PAUSED)).isFalse();
    assertThat(recorder.heard()).isEmpty();
  }

  @Test
  void aRecorderConnectedAnewDuringThePauseInheritsIt() throws MediaFailure {
    RtpFork fork = studio.call.openRtpFork("recorder", List.of(CALLER));
    fork.connect(CALLER, recorder.agreed());
    studio.call.switchTo(TALK);

    fork.connect(CALLER, recorder.agreed(false, false));
    fork.connect(CALLER, recorder.agreed());
    caller.saysTimes(20, PAUSED);

    Await.that(() -> fork.counts().withheld() == 20);
    assertThat(recorder.heard()).isEmpty();
  }

  @Test
  void aRecorderThatIsInactiveIsSentNothing() throws MediaFailure {
    RtpFork fork = studio.call.openRtpFork("recorder", List.of(CALLER));
    fork.connect(CALLER, recorder.agreed(false, false));
    studio.call.switchTo(TAPPED);

    caller.saysTimes(20, BEFORE);

    Await.that(() -> fork.counts().withheld() == 20);
    assertThat(recorder.heard()).isEmpty();
  }

  @Test
  void afterAPauseTheStreamGoesOnWithTheTimeThatPassedAndAMarker() throws MediaFailure {
    RtpFork fork = studio.call.openRtpFork("recorder", List.of(CALLER));
    fork.connect(CALLER, recorder.agreed());
    studio.call.switchTo(TAPPED);
    caller.talks(BEFORE, Duration.ofMillis(200));
    recorder.hears(4, packet -> packet.has(BEFORE));

    studio.call.switchTo(TALK);
    caller.talks(PAUSED, Duration.ofMillis(300));
    Await.that(() -> fork.counts().withheld() == 6 + 15);
    studio.call.switchTo(TAPPED);
    caller.saysTimes(10, AFTER);

    var resumed = recorder.hears(4, packet -> packet.has(AFTER)).getFirst().header();
    var last = recorder.heard(packet -> packet.has(BEFORE)).getLast().header();
    assertThat(recorder.heard()).noneMatch(packet -> packet.has(PAUSED));
    assertThat(resumed.marker()).isTrue();
    assertThat(resumed.ssrc()).isEqualTo(last.ssrc());
    assertThat((resumed.sequence() - last.sequence()) & 0xFFFF).isEqualTo(1);
    assertThat(resumed.timestamp() - last.timestamp()).isEqualTo((6 + 15 + 1) * 160);
    assertThat(recorder.heard(packet -> packet.header().marker())).hasSize(2);
  }

  @Test
  void eachSpeakerLeavesFromItsOwnPort() throws MediaFailure {
    RtpFork fork = studio.call.openRtpFork("recorder", List.of(CALLER, AGENT));

    assertThat(fork.local(CALLER)).isNotEqualTo(fork.local(AGENT));
    assertThat(fork.local(CALLER).getPort() % 2).isZero();
    assertThatThrownBy(() -> fork.local(Studio.LINE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("fork recorder has no line");
  }

  @Test
  void aClosedForkTakesNoMore() throws MediaFailure {
    Fork fork = studio.call.openFork("file", List.of(CALLER), recording);
    studio.call.switchTo(TAPPED);
    fork.close();
    fork.close();

    caller.saysTimes(10, BEFORE);

    agent.hears(10, packet -> packet.has(BEFORE));
    assertThat(recording.samples(CALLER)).isZero();
  }

  @Test
  void aLineThatClosesLeavesItsLastWordsButTheUninspectedOnes() throws MediaFailure {
    MediaPort line = studio.call.openPort(Studio.LINE);
    Phone phone = studio.phone().joined(line);
    Fork fork = studio.call.openFork("file", List.of(Studio.LINE), recording);
    studio.call.switchTo(Wiring.of(hear(AGENT, Studio.LINE)).tapping(Studio.LINE));
    phone.saysTimes(6, BEFORE);
    agent.hears(6, packet -> packet.has(BEFORE));

    line.close();

    assertThat(recording.samples(Studio.LINE)).isEqualTo(6 * 160);
    assertThat(fork.counts()).isEqualTo(new Fork.ForkCounts(3, 0, 3));
  }
}
