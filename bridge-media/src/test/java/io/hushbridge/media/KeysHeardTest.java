package io.hushbridge.media;

import static io.hushbridge.media.Studio.AGENT;
import static io.hushbridge.media.Studio.CALLER;
import static io.hushbridge.media.Studio.LINE;
import static io.hushbridge.media.Studio.hear;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeysHeardTest {
  private final Studio studio = Studio.open();

  @AfterEach
  void close() {
    studio.close();
  }

  @Test
  void aPressByEventIsToldOnce() throws MediaFailure {
    Phone caller = studio.phone(CALLER);

    caller.presses(5);
    caller.presses(5);
    caller.presses(6);

    Await.that(() -> studio.presses(CALLER) == 3);
    assertThat(studio.told(MediaEvent.KeyHeard.class)).isBetween(3L, 8L);
  }

  @Test
  void aPressByToneIsToldAlsoWhereNobodyListens() throws MediaFailure {
    Phone caller = studio.phone(CALLER);

    caller.saysTimes(3, 0x21);
    for (int packet = 0; packet < 5; packet++) {
      caller.sounds(770, 1336);
    }
    caller.saysTimes(3, 0x21);

    Await.that(() -> studio.presses(CALLER) == 1);
  }

  @Test
  void aKeyHeldDownIsToldOfAgainAndAgain() throws MediaFailure {
    Phone caller = studio.phone(CALLER);

    for (int packet = 1; packet <= 20; packet++) {
      caller.sendsEvent(5, packet == 1, false, packet * 160);
      Phone.pauseUntil(System.nanoTime() + Duration.ofMillis(20).toNanos());
    }

    Await.that(() -> studio.told(MediaEvent.KeyHeard.class) >= 4);
    assertThat(studio.told(MediaEvent.KeyHeard.class)).isLessThanOrEqualTo(6);
    assertThat(studio.presses(CALLER)).isEqualTo(1);
  }

  @Test
  void aPressByInfoReachesWhoeverHearsThePortAsAnEvent() throws MediaFailure {
    MediaPort port = studio.call.openPort(CALLER);
    studio.phone().joined(port);
    Phone line = studio.phone(LINE);
    Phone agent = studio.phone(AGENT);
    studio.call.switchTo(Wiring.closedPair(CALLER, LINE));

    port.press(7);

    line.hears(3, packet -> packet.isEvent() && packet.end() && packet.event() == 7);
    assertThat(studio.presses(CALLER)).isEqualTo(1);
    assertThat(studio.told(MediaEvent.KeysSent.class)).isZero();
    assertThat(agent.heard()).noneMatch(Phone.Heard::isEvent);
  }

  @Test
  void aPressToldByInfoAndByEventReachesTheListenerOnce() throws MediaFailure {
    MediaPort port = studio.call.openPort(CALLER);
    Phone caller = studio.phone().joined(port);
    Phone line = studio.phone(LINE);
    studio.call.switchTo(Wiring.closedPair(CALLER, LINE));

    port.press(7);
    Await.that(() -> studio.presses(CALLER) == 1);
    caller.presses(7);
    Await.that(() -> studio.counted(Verdict.REPEATED) == 6);
    port.press(8);

    line.hears(3, packet -> packet.isEvent() && packet.end() && packet.event() == 8);
    assertThat(line.heard(Phone.Heard::isEvent).stream().map(Phone.Heard::event).distinct())
        .containsExactly(7, 8);
    assertThat(
            line.heard(Phone.Heard::isEvent).stream()
                .map(packet -> packet.header().timestamp())
                .distinct())
        .hasSize(2);
    assertThat(studio.presses(CALLER)).isEqualTo(2);
  }

  @Test
  void pressesByInfoThatHaveNotLeftAreForgottenWithTheWiringTheyCameUnder() throws MediaFailure {
    MediaPort port = studio.call.openPort(CALLER);
    studio.phone().joined(port);
    Phone agent = studio.phone(AGENT);
    studio.call.switchTo(Wiring.of(hear(AGENT, CALLER)));
    for (int key = 1; key <= 9; key++) {
      port.press(key);
    }
    agent.hears(1, Phone.Heard::isEvent);

    studio.call.switchTo(Wiring.silent());
    agent.forgets();

    agent.hears(10, Phone.Heard::isSilence);
    assertThat(agent.heard(Phone.Heard::isEvent)).hasSizeLessThan(2);
  }

  @Test
  void anEventTellsNothingOfTheKey() throws MediaFailure {
    Phone caller = studio.phone(CALLER);

    caller.presses(5);

    Await.that(() -> studio.presses(CALLER) == 1);
    assertThat(studio.events.toString()).contains("KeyHeard[port=caller, presses=1]");
    assertThat(studio.events.toString()).doesNotContain("5");
  }
}
