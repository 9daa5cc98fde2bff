package io.hushbridge.media;

import static io.hushbridge.media.Studio.AGENT;
import static io.hushbridge.media.Studio.CALLER;
import static io.hushbridge.media.Studio.LINE;
import static io.hushbridge.media.Studio.hear;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushbridge.media.rtp.Prompt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpliceTest {
  private final Studio studio = Studio.open();

  @AfterEach
  void close() {
    studio.close();
  }

  @Test
  void fromAgentToLineToPromptAndBackTheCallerHearsOneStream() throws MediaFailure {
    Phone agent = studio.phone(AGENT);
    Phone line = studio.phone(LINE);
    line.becomes(0x9999, 40_000, 1 << 30);
    MediaPort port = studio.call.openPort(CALLER);
    Phone caller = studio.phone().joined(port);

    studio.call.switchTo(Wiring.of(hear(CALLER, AGENT)));
    agent.talks(0x11, Duration.ofMillis(100));
    caller.hears(5, packet -> packet.has(0x11));
    studio.call.switchTo(Wiring.silent());
    caller.hears(8, Phone.Heard::isSilence);
    studio.call.switchTo(Wiring.closedPair(CALLER, LINE));
    line.talks(0x22, Duration.ofMillis(100));
    caller.hears(5, packet -> packet.has(0x22));
    port.play(Prompt.of("goodbye", new short[800]));
    Await.that(() -> studio.told(MediaEvent.PromptEnded.class) == 1);
    studio.call.switchTo(Wiring.of(hear(CALLER, AGENT)));
    agent.becomes(0x1234, 5, 7);
    agent.talks(0x33, Duration.ofMillis(60));

    caller.hears(3, packet -> packet.has(0x33));
    assertOneStream(caller.heard());
    for (int word : List.of(0x11, 0x22, 0x33)) {
      assertThat(caller.heard(packet -> packet.has(word)).getFirst().header().marker()).isTrue();
    }
  }

  @Test
  void aSourceThatBeginsAnewInMidCallIsOneStreamToItsListener() throws MediaFailure {
    Phone agent = studio.phone(AGENT);
    Phone caller = studio.phone(CALLER);
    studio.call.switchTo(Wiring.of(hear(CALLER, AGENT), hear(AGENT, CALLER)));
    caller.forgets();

    agent.talks(0x11, Duration.ofMillis(60));
    agent.becomes(0x1234, 9_000, 3);
    agent.talks(0x22, Duration.ofMillis(60));
    agent.becomes(0x777, 65_535, -160);
    agent.talks(0x33, Duration.ofMillis(60));

    caller.hears(3, packet -> packet.has(0x33));
    assertOneStream(caller.heard());
  }

  @Test
  void lossAndOrderOfTheTalkerStayVisible() throws MediaFailure {
    Phone agent = studio.phone(AGENT);
    Phone caller = studio.phone(CALLER);
    studio.call.switchTo(Wiring.of(hear(CALLER, AGENT), hear(AGENT, CALLER)));
    caller.forgets();

    agent.says(0x11);
    agent.losesPacket();
    agent.says(0x12);

    List<Phone.Heard> heard = caller.hears(2, packet -> !packet.isSilence());
    var first = heard.get(0).header();
    var second = heard.get(1).header();
    assertThat((second.sequence() - first.sequence()) & 0xFFFF).isEqualTo(2);
    assertThat(second.timestamp() - first.timestamp()).isEqualTo(320);
  }

  /// One SSRC; each sequence number one on; no timestamp before the end of the last packet, and
  /// none further from the one before than the time between their arrivals allows.
  private static void assertOneStream(List<Phone.Heard> packets) {
    List<String> faults = new ArrayList<>();
    for (int i = 1; i < packets.size(); i++) {
      var before = packets.get(i - 1);
      var after = packets.get(i);
      int steps = (after.header().sequence() - before.header().sequence()) & 0xFFFF;
      int samples = after.header().timestamp() - before.header().timestamp();
      long between = (after.nanos() - before.nanos()) / 125_000;
      if (after.header().ssrc() != before.header().ssrc()) {
        faults.add("another SSRC at " + i);
      }
      if (steps != 1) {
        faults.add("%d steps of sequence at %d".formatted(steps, i));
      }
      if (samples < 160 || samples > between + 800) {
        faults.add("%d samples in %d at %d".formatted(samples, between, i));
      }
    }
    assertThat(faults).isEmpty();
  }
}
