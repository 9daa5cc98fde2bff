package io.hushbridge.media.dtmf;

import static io.hushbridge.media.dtmf.Tape.Law.MU;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToneSpotterTest {
  private static final String KEYS = "0123456789*#ABCD";
  private static final int PACKET = 160;
  private static final int QUIET = 1600;

  private final long seed = ThreadLocalRandom.current().nextLong();
  private final Random random = new Random(seed);
  private final List<Integer> pressed = new ArrayList<>();
  private final ToneSpotter spotter = new ToneSpotter(pressed::add);
  private long position = random.nextLong(1L << 40);

  @AfterEach
  void theSpotterCountsWhatItTells() {
    assertThat(spotter.presses()).as("seed %d", seed).isEqualTo(pressed.size());
  }

  @ParameterizedTest
  @EnumSource(Tape.Law.class)
  void everyKeyOfFortyMillisecondsCountsOnceThroughBothLaws(Tape.Law law) {
    hear(allKeys(320, 320).pcm(law));

    assertThat(pressed).as("seed %d", seed).containsExactlyElementsOf(all());
  }

  @Test
  void aToneOfTwentyThreeMillisecondsDoesNotCount() {
    hear(allKeys(184, 400).pcm(MU));

    assertThat(pressed).as("seed %d", seed).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-10, -18", "-14, -10", "0, 0", "-36, -36", "-3, -11", "-36, -32"})
  void twistAndLevelWithinTheStandardCount(double rowDbm0, double columnDbm0) {
    hear(allKeys(tape().levels(rowDbm0, columnDbm0), 320, 320).pcm(MU));

    assertThat(pressed).as("seed %d", seed).containsExactlyElementsOf(all());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.015, 0.015})
  void aFrequencyOffByOneAndAHalfPercentCounts(double off) {
    hear(allKeys(tape().off(off), 320, 320).pcm(MU));

    assertThat(pressed).as("seed %d", seed).containsExactlyElementsOf(all());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.035, -0.025, 0.025, 0.035})
  void aFrequencyOffByTwoAndAHalfPercentOrMoreDoesNotCount(double off) {
    hear(allKeys(tape().off(off), 800, 400).pcm(MU));

    assertThat(pressed).as("seed %d", seed).isEmpty();
  }

  @Test
  void noiseFifteenDecibelsBelowTheToneHidesNoKey() {
    hear(allKeys(320, 320).noisy(MU, 15));

    assertThat(pressed).as("seed %d", seed).containsExactlyElementsOf(all());
  }

  @Test
  void aBreakOfTenMillisecondsIsOnePressAndOneOfFortyIsTwo() {
    hear(tape().key('5', 400).silence(80).key('5', 400).silence(QUIET).pcm(MU));
    assertThat(pressed).as("seed %d", seed).containsExactly(5);

    hear(tape().key('7', 400).silence(320).key('7', 400).silence(QUIET).pcm(MU));
    assertThat(pressed).as("seed %d", seed).containsExactly(5, 7, 7);
  }

  @Test
  void aPacketLostInsideAToneLeavesOnePress() {
    short[] pcm = tape().silence(QUIET).key('5', 960).silence(QUIET).pcm(MU);
    hear(pcm, 0, QUIET + 480);
    position += PACKET;
    hear(pcm, QUIET + 480 + PACKET, pcm.length);

    assertThat(pressed).as("seed %d", seed).containsExactly(5);
  }

  @Test
  void afterAPositionThatGoesBackTheSameKeyIsNew() {
    hear(tape().key('5', 400).pcm(MU));
    long before = position;
    position = before - 100_000;
    hear(tape().key('5', 400).pcm(MU));

    assertThat(pressed).as("seed %d", seed).containsExactly(5, 5);
    assertThat(spotter.touches(before - 400, before)).isFalse();
  }

  /// The promise to the forks: asked sample by sample, as late as they ask and no later, at every
  /// phase of the tone against the blocks.
  @ParameterizedTest
  @ValueSource(ints = {128, 160, 184, 320, 1000})
  void everySampleOfAToneIsMaskedAtEveryPhase(int toneSamples) {
    Tape tape = tape();
    for (int phase = 0; phase < ToneWindow.BLOCK; phase++) {
      tape.silence(QUIET + phase).key(KEYS.charAt(random.nextInt(16)), toneSamples);
    }
    assertMasked(tape, tape.silence(QUIET).pcm(MU));
  }

  @Test
  void eachOfManyFastKeysIsMasked() {
    Tape tape = allKeys(320, 600);

    assertMasked(tape, tape.pcm(MU));
    assertThat(spotter.touches(position - QUIET / 2, position)).isFalse();
  }

  @Test
  void aToneBelowTheCountIsMaskedWithHeavyTwistNoiseAndLowLevel() {
    assertMaskedThroughNoise(tape().levels(-10, -22), 20);
    assertMaskedThroughNoise(tape().levels(-22, -10), 20);
    assertMaskedThroughNoise(tape().levels(-10, -10), 8);
    assertMaskedThroughNoise(tape().levels(-55, -55), 0);
  }

  @Test
  void aFragmentOfTenMillisecondsBesideAToneIsMasked() {
    Tape tape = tape();
    for (int i = 0; i < 32; i++) {
      tape.silence(QUIET + i).key('5', 80).silence(200).key('5', 400).silence(200).key('5', 80);
    }
    assertMasked(tape, tape.silence(QUIET).pcm(MU));
  }

  @Test
  void aToneThatBeginsRightBeforeALossOrEndsRightBehindItIsMasked() {
    for (int cut = 0; cut < 400; cut += 16) {
      Tape tape = tape().silence(QUIET).key('5', 400).silence(QUIET);
      short[] pcm = tape.pcm(MU);
      long start = position;
      hear(pcm, 0, QUIET + cut);
      position += PACKET;
      hear(pcm, QUIET + cut + PACKET, pcm.length);
      assertThat(missed(start + QUIET, start + QUIET + cut))
          .as("before %d, seed %d", cut, seed)
          .isZero();
      assertThat(missed(start + QUIET + cut + PACKET, start + QUIET + 400))
          .as("behind %d, seed %d", cut, seed)
          .isZero();
    }
  }

  @Test
  void maskingEndsSoonBehindATone() {
    long start = position;
    hear(tape().silence(QUIET).key('5', 800).silence(2 * QUIET).pcm(MU));

    assertThat(spotter.touches(start, start + QUIET - 2 * PACKET)).isFalse();
    assertThat(spotter.touches(start + QUIET + 800 + 2 * PACKET, position)).isFalse();
  }

  @Test
  void aVoiceIsNeitherCountedNorMuchMasked() {
    short[] pcm = new Tape(new Random(7)).voice(300).pcm(MU);
    int packets = 0;
    int masked = 0;
    for (int at = 0; at + PACKET <= pcm.length; at += PACKET) {
      hear(pcm, at, at + PACKET);
      long asked = position - PACKET - ToneSpotter.LOOK_AHEAD_SAMPLES;
      packets++;
      masked += spotter.touches(asked, asked + PACKET) ? 1 : 0;
    }

    assertThat(pressed).as("seed %d", seed).isEmpty();
    assertThat((double) masked / packets).as("seed %d", seed).isLessThan(0.05);
  }

  private void assertMaskedThroughNoise(Tape tape, double signalToNoise) {
    for (int i = 0; i < KEYS.length(); i++) {
      tape.silence(QUIET + random.nextInt(ToneWindow.BLOCK)).key(KEYS.charAt(i), 320);
    }
    assertMasked(tape, tape.silence(QUIET).noisy(MU, signalToNoise));
  }

  /// Hears sample by sample, and asks for each as soon as the look-ahead allows.
  private void assertMasked(Tape tape, short[] pcm) {
    long start = position;
    boolean[] masked = new boolean[pcm.length];
    for (int i = 0; i < pcm.length; i++) {
      hear(pcm, i, i + 1);
      int asked = i - ToneSpotter.LOOK_AHEAD_SAMPLES;
      if (asked >= 0) {
        masked[asked] = spotter.touches(start + asked, start + asked + 1);
      }
    }
    for (int[] tone : tape.tones()) {
      for (int i = tone[0]; i < tone[1]; i++) {
        assertThat(masked[i])
            .as("sample %d of %d, seed %d", i - tone[0], tone[1] - tone[0], seed)
            .isTrue();
      }
    }
  }

  private long missed(long from, long to) {
    long missed = 0;
    for (long at = from; at < to; at++) {
      missed += spotter.touches(at, at + 1) ? 0 : 1;
    }
    return missed;
  }

  private Tape tape() {
    return new Tape(random);
  }

  private Tape allKeys(int toneSamples, int gapSamples) {
    return allKeys(tape(), toneSamples, gapSamples);
  }

  private static Tape allKeys(Tape tape, int toneSamples, int gapSamples) {
    for (int i = 0; i < KEYS.length(); i++) {
      tape.silence(gapSamples + i % 7).key(KEYS.charAt(i), toneSamples);
    }
    return tape.silence(QUIET);
  }

  private static List<Integer> all() {
    return KEYS.chars().map(key -> TelephoneEvent.eventOf((char) key)).boxed().toList();
  }

  private void hear(short[] pcm) {
    for (int at = 0; at < pcm.length; at += PACKET) {
      hear(pcm, at, Math.min(pcm.length, at + PACKET));
    }
  }

  private void hear(short[] pcm, int from, int to) {
    short[] packet = Arrays.copyOfRange(pcm, from, to);
    spotter.hear(position, packet, packet.length);
    position += packet.length;
  }
}
