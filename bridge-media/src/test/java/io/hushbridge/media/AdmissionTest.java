package io.hushbridge.media;

import static io.hushbridge.media.Studio.AGENT;
import static io.hushbridge.media.Studio.CALLER;
import static io.hushbridge.media.Studio.hear;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushbridge.media.rtp.Codec;
import io.hushbridge.media.sdp.Stream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private final Studio studio = Studio.open();

  @AfterEach
  void close() {
    studio.close();
  }

  @Test
  void aStrangerIsCountedAndNotHeard() throws MediaFailure {
    Phone agent = studio.phone(AGENT);
    MediaPort port = studio.call.openPort(CALLER);
    Phone caller = studio.phone().joined(port);
    Phone stranger = Phone.at("127.0.0.9").talkingTo(port.local());
    studio.call.switchTo(Wiring.of(hear(AGENT, CALLER)));

    stranger.saysTimes(50, 0x66);
    caller.says(0x11);

    agent.hears(1, packet -> packet.has(0x11));
    Await.that(() -> studio.counted(Verdict.STRANGER) == 50);
    assertThat(agent.heard()).noneMatch(packet -> packet.has(0x66));
    stranger.close();
  }

  @Test
  void aPeerBehindAnotherPortIsLearnedAndAnswered() throws MediaFailure {
    MediaPort port = studio.call.openPort(CALLER);
    Phone described = studio.phone().joined(port);
    Phone actual = studio.phone().talkingTo(port.local());

    actual.saysTimes(4, 0x11);

    actual.hears(3, Phone.Heard::isSilence);
    assertThat(studio.told(MediaEvent.FirstAudio.class)).isEqualTo(1);
    assertThat(studio.counted(Verdict.STRANGER)).isEqualTo(3);
    described.close();
  }

  @Test
  void payloadTypesAreRewrittenToWhatEachSideAgreedOn() throws MediaFailure {
    MediaPort port = studio.call.openPort(AGENT);
    Phone agent = studio.phone();
    agent.joined(port, new Stream(agent.local(), Codec.PCMU, 0, 96, 20, true, true));
    Phone caller = studio.phone(CALLER);
    studio.call.switchTo(Wiring.of(hear(AGENT, CALLER)));

    caller.presses(5);

    Await.that(() -> agent.heard(packet -> packet.header().payloadType() == 96).size() == 6);
    List<Phone.Heard> events = agent.heard(packet -> packet.header().payloadType() == 96);
    assertThat(events).allMatch(packet -> packet.event() == 5);
    assertThat(events.stream().filter(packet -> packet.header().marker())).hasSize(1);
    assertThat(events.stream().map(packet -> packet.header().timestamp()).distinct()).hasSize(1);
    assertThat(events.getLast().duration()).isEqualTo(640);
  }

  @Test
  void afterAReInviteTheOldEventNumberIsStillUnderstood() throws MediaFailure {
    MediaPort port = studio.call.openPort(CALLER);
    Phone caller = studio.phone();
    caller.joined(port);
    Phone agent = studio.phone(AGENT);
    studio.call.switchTo(Wiring.of(hear(AGENT, CALLER)));

    caller.sendsEvent(5, true, false, 160);
    port.connect(new Stream(caller.local(), Codec.PCMU, 0, 97, 20, true, true));
    caller.sendsEvent(5, false, false, 320);
    caller.sends(97, false, new byte[] {5, (byte) 0x8A, 1, (byte) 0xE0});

    agent.hears(3, Phone.Heard::isEvent);
    assertThat(studio.counted(Verdict.UNKNOWN_PAYLOAD)).isZero();
    assertThat(studio.presses(CALLER)).isEqualTo(1);
  }

  @Test
  void aTalkerOnHoldIsNotHeard() throws MediaFailure {
    MediaPort port = studio.call.openPort(AGENT);
    Phone agent = studio.phone();
    agent.joined(port, agent.agreed(true, false));
    Phone caller = studio.phone(CALLER);
    studio.call.switchTo(Wiring.of(hear(CALLER, AGENT), hear(AGENT, CALLER)));

    agent.says(0x22);
    caller.says(0x11);

    agent.hears(1, packet -> packet.has(0x11));
    Await.that(() -> studio.counted(Verdict.ON_HOLD) == 1);
    assertThat(caller.heard()).noneMatch(packet -> packet.has(0x22));
  }

  @Test
  void aListenerThatMayNotBeSentToIsSentNothing() throws MediaFailure {
    MediaPort port = studio.call.openPort(AGENT);
    Phone agent = studio.phone();
    agent.joined(port, agent.agreed(false, true));
    Phone caller = studio.phone(CALLER);

    caller.hears(5, Phone.Heard::isSilence);
    studio.call.switchTo(Wiring.of(hear(AGENT, CALLER)));
    caller.says(0x11);

    Await.that(() -> studio.counted(Verdict.ON_HOLD) == 1);
    assertThat(agent.heard()).isEmpty();
  }

  @Test
  void theOtherLawAndAbsentEventsAreRefusedAndCounted() throws MediaFailure {
    MediaPort port = studio.call.openPort(AGENT);
    Phone agent = studio.phone();
    agent.joined(port, new Stream(agent.local(), Codec.PCMA, 8, -1, 20, true, true));
    Phone caller = studio.phone(CALLER);
    studio.call.switchTo(Wiring.of(hear(AGENT, CALLER)));

    caller.says(0x11);
    caller.presses(5);
    caller.sends(13, false, new byte[] {64});

    Await.that(() -> studio.counted(Verdict.UNKNOWN_PAYLOAD) == 1);
    assertThat(studio.counted(Verdict.OTHER_CODEC)).isEqualTo(1);
    assertThat(studio.counted(Verdict.NO_EVENTS)).isEqualTo(6);
    assertThat(agent.heard()).noneMatch(packet -> packet.header().payloadType() != 8);
  }

  @Test
  void garbageIsCountedAndTheCallGoesOn() throws MediaFailure {
    Phone caller = studio.phone(CALLER);
    Phone agent = studio.phone(AGENT);
    Fork fork = studio.call.openFork("file", List.of(CALLER), new Recording());
    studio.call.switchTo(Wiring.of(hear(AGENT, CALLER), hear(CALLER, AGENT)).tapping(CALLER));
    long seed = System.nanoTime();
    var random = new Random(seed);
    byte[] honest = HexFormat.of().parseHex("8000000100000001000012340102030405060708");

    for (int packet = 1; packet <= 20_000; packet++) {
      caller.sendsRaw(nonsense(random, honest));
      if (packet % 200 == 0) {
        int sent = packet;
        Await.that(() -> judged() >= sent);
      }
    }

    caller.becomes(0x4321, 1, 1);
    agent.forgets();
    Await.that(
        () -> {
          caller.says(0x11);
          return agent.heard(packet -> packet.isAll(0x11)).size() >= 20;
        });
    Await.that(() -> fork.counts().passed() > 0);
    assertThat(studio.counted(Verdict.MALFORMED)).as("seed %d", seed).isGreaterThan(1000);
  }

  /// Noise, or an honest packet with some bytes changed or cut off.
  private static byte[] nonsense(Random random, byte[] honest) {
    byte[] packet = random.nextBoolean() ? honest.clone() : new byte[random.nextInt(1, 300)];
    if (packet.length != honest.length) {
      random.nextBytes(packet);
      return packet;
    }
    for (int change = random.nextInt(4); change >= 0; change--) {
      packet[random.nextInt(packet.length)] = (byte) random.nextInt();
    }
    return Arrays.copyOf(packet, random.nextInt(1, packet.length + 1));
  }

  /// Packets of the caller that have met their verdict at the latest.
  private long judged() {
    return studio.plane.counts().verdicts().entrySet().stream()
        .filter(verdict -> !verdict.getKey().equals(Verdict.GATED.name()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
