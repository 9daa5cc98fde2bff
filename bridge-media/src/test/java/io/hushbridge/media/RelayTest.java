package io.hushbridge.media;

import static io.hushbridge.media.Studio.AGENT;
import static io.hushbridge.media.Studio.CALLER;
import static io.hushbridge.media.Studio.LINE;
import static io.hushbridge.media.Studio.hear;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushbridge.media.dtmf.KeyTiming;
import io.hushbridge.media.rtp.Prompt;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RelayTest {
  private static final int WORD = 0x23;
  private final Studio studio = Studio.open();

  @AfterEach
  void close() {
    studio.close();
  }

  @Test
  void twoPortsHearEachOther() throws MediaFailure {
    Phone caller = studio.phone(CALLER);
    Phone agent = studio.phone(AGENT);
    studio.call.switchTo(Wiring.of(hear(AGENT, CALLER), hear(CALLER, AGENT)));

    caller.says(0x11);
    agent.says(0x22);

    agent.hears(1, packet -> packet.has(0x11));
    caller.hears(1, packet -> packet.has(0x22));
  }

  @Test
  void aPortThatHearsNobodyIsSentSilenceEveryTwentyMilliseconds() throws MediaFailure {
    Phone caller = studio.phone(CALLER);

    List<Phone.Heard> packets = caller.hears(25, Phone.Heard::isSilence);

    assertThat(packets.getFirst().header().marker()).isTrue();
    assertContinuous(packets);
    long span = packets.get(24).nanos() - packets.getFirst().nanos();
    assertThat(span / 1_000_000).isBetween(400L, 900L);
  }

  @Test
  void aClosedPairHearsEachOtherAndNobodyElse() throws MediaFailure {
    Phone caller = studio.phone(CALLER);
    Phone line = studio.phone(LINE);
    Phone agent = studio.phone(AGENT);
    studio.call.switchTo(Wiring.closedPair(CALLER, LINE));

    caller.says(0x11);
    caller.presses(5);
    line.says(0x22);
    agent.says(0x33);

    line.hears(6, Phone.Heard::isEvent);
    caller.hears(1, packet -> packet.has(0x22));
    agent.hears(3, Phone.Heard::isSilence);
    assertThat(agent.heard()).allMatch(Phone.Heard::isSilence);
    assertThat(caller.heard()).noneMatch(packet -> packet.has(0x33));
    assertThat(line.heard()).noneMatch(packet -> packet.has(0x33));
  }

  @Test
  void aPromptIsHeardWholeAndInPlaceOfTheWiring() throws MediaFailure {
    Phone agent = studio.phone(AGENT);
    MediaPort port = studio.call.openPort(CALLER);
    Phone caller = studio.phone().joined(port);
    studio.call.switchTo(Wiring.of(hear(CALLER, AGENT)));
    short[] pcm = new short[3 * 160 + 40];
    Arrays.fill(pcm, Phone.CODEC.decode((byte) WORD));

    port.play(Prompt.of("hello", pcm));
    Await.that(() -> !caller.heard().isEmpty());
    agent.says(0x22);
    Await.that(() -> studio.told(MediaEvent.PromptEnded.class) == 1);

    List<Phone.Heard> prompt = caller.hears(4, packet -> packet.has(WORD));
    assertThat(prompt).hasSize(4);
    assertContinuous(prompt);
    assertThat(caller.heard()).noneMatch(packet -> packet.has(0x22));
    assertThat(studio.counted(Verdict.BUSY)).isEqualTo(1);
  }

  @Test
  void aPromptThatReplacesAnotherEndsOnce() throws MediaFailure {
    MediaPort port = studio.call.openPort(CALLER);
    Phone caller = studio.phone().joined(port);
    short[] pcm = new short[4 * 160];
    Arrays.fill(pcm, Phone.CODEC.decode((byte) WORD));

    port.play(Prompt.of("one moment", new short[50 * 160]));
    caller.hears(2, Phone.Heard::isSilence);
    port.play(Prompt.of("goodbye", pcm));
    Await.that(() -> studio.told(MediaEvent.PromptEnded.class) == 1);

    assertThat(caller.hears(4, packet -> packet.has(WORD))).hasSize(4);
    assertThat(studio.told(MediaEvent.PromptEnded.class)).isEqualTo(1);
  }

  @Test
  void keysAreSentAsEventsAndNothingElseLeavesMeanwhile() throws MediaFailure {
    MediaPort port = studio.call.openPort(LINE);
    Phone line = studio.phone().joined(port);
    Duration tone = Duration.ofMillis(80);

    port.sendKeys("17#", new KeyTiming(Duration.ofMillis(100), tone, tone));
    Await.that(() -> studio.told(MediaEvent.KeysSent.class) == 1);

    List<Phone.Heard> events = line.hears(18, Phone.Heard::isEvent);
    assertThat(events.stream().filter(e -> e.header().marker()).map(Phone.Heard::event))
        .containsExactly(1, 7, 11);
    assertThat(events.stream().filter(Phone.Heard::end)).hasSize(9);
    assertThat(events.stream().map(e -> e.header().timestamp()).distinct()).hasSize(3);
    List<Phone.Heard> all = line.heard();
    int first = all.indexOf(events.getFirst());
    int last = all.indexOf(events.getLast());
    assertThat(all.subList(first, last)).allMatch(Phone.Heard::isEvent);
  }

  private static void assertContinuous(List<Phone.Heard> packets) {
    for (int i = 1; i < packets.size(); i++) {
      var before = packets.get(i - 1).header();
      var after = packets.get(i).header();
      assertThat(after.ssrc()).isEqualTo(before.ssrc());
      assertThat(after.sequence()).isEqualTo((before.sequence() + 1) & 0xFFFF);
      assertThat(after.timestamp() - before.timestamp()).isEqualTo(160);
    }
  }
}
