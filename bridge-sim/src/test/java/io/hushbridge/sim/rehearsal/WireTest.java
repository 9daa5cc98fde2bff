package io.hushbridge.sim.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WireTest {
  private static final int FAR_MEDIA = 45_000;

  @TempDir Path directory;
  private Doors doors;

  @BeforeEach
  void findPorts() throws IOException {
    doors = Doors.free();
  }

  @Test
  void keysAreCountedOncePerPressOnTheLegTheyReached() throws IOException {
    Wire wire =
        captured(
            () -> {
              bridgeReinvites(Party.LINE, doors.mediaLow());
              try (var bridge = new Talker(doors.mediaLow(), FAR_MEDIA)) {
                bridge.presses(5);
                bridge.presses(5);
                bridge.presses(11);
              }
            });

    assertThat(Keys.on(wire.to(Party.LINE))).isEqualTo(new Keys(3, 0));
    assertThat(Keys.on(wire.from(Party.LINE))).isEqualTo(new Keys(0, 0));
  }

  @Test
  void tonesInTheAudioAreCountedAsWell() throws IOException {
    Wire wire =
        captured(
            () -> {
              bridgeReinvites(Party.AGENT, doors.mediaLow());
              try (var agent = new Talker(0, doors.mediaLow())) {
                agent.says(tones(4));
              }
            });

    assertThat(Keys.on(wire.from(Party.AGENT))).isEqualTo(new Keys(0, 4));
  }

  @Test
  void aKeyToAnAddressNoOfferNamedIsFoundToo() throws IOException {
    Wire wire =
        captured(
            () -> {
              try (var bridge = new Talker(doors.mediaLow() + 2, FAR_MEDIA)) {
                bridge.presses(1);
              }
            });

    assertThat(wire.streams())
        .singleElement()
        .satisfies(
            stream -> {
              assertThat(stream.leg()).isEqualTo(Owners.STRANGERS);
              assertThat(Keys.on(stream).events()).isEqualTo(1);
            });
  }

  @Test
  void aPortServesOneLegAfterAnother() throws IOException {
    Wire wire =
        captured(
            () -> {
              bridgeReinvites(Party.LINE, doors.mediaLow());
              try (var bridge = new Talker(doors.mediaLow(), FAR_MEDIA)) {
                bridge.presses(1);
                bridgeReinvites(Party.AGENT, doors.mediaLow());
                bridge.presses(2);
                bridge.presses(3);
              }
            });

    assertThat(Keys.on(wire.to(Party.LINE)).events()).isEqualTo(1);
    assertThat(Keys.on(wire.to(Party.AGENT)).events()).isEqualTo(2);
  }

  @Test
  void theLadderShowsReinvitesWithTheirDirectionAndOutcome() throws IOException {
    Wire wire = captured(() -> bridgeReinvites(Party.AGENT, doors.mediaLow()));

    assertThat(Ladder.of(wire.messages()))
        .containsPattern("--re-INVITE-+> .*1 INVITE +sendonly  X-Hush-Outcome: paid; payment=p-1");
  }

  private void bridgeReinvites(Party party, int mediaPort) throws IOException {
    try (var bridge = new Talker(doors.places().bridgeSip(), party.sipPort(doors.places()))) {
      bridge.reinvites(mediaPort, "sendonly");
    }
  }

  private Wire captured(Said said) throws IOException {
    Path file = directory.resolve("wire.pcapng");
    try (Sniffer _ = Sniffer.on(file, doors)) {
      said.onTheWire();
    }
    return WireReader.read(file, doors);
  }

  private interface Said {
    void onTheWire() throws IOException;
  }

  /// As many keys of 100 ms with 100 ms between them.
  private static byte[] tones(int keys) {
    return Tool.run(
        new byte[0],
        ("sox -n -r 8000 -c 1 -e mu-law -t ul - synth 0.1 sine 770 sine 1336 remix - gain -6 pad 0 0.1"
                + " repeat "
                + (keys - 1))
            .split(" "));
  }
}
