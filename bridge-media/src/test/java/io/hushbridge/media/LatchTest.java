package io.hushbridge.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushbridge.media.rtp.RtpHeader;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class LatchTest {
  private static final InetSocketAddress DESCRIBED = new InetSocketAddress("192.0.2.1", 4000);
  private static final InetSocketAddress OTHER_PORT = new InetSocketAddress("192.0.2.1", 5000);
  private static final InetSocketAddress OTHER_HOST = new InetSocketAddress("192.0.2.9", 4000);
  private static final InetSocketAddress MOVED = new InetSocketAddress("192.0.2.2", 4000);
  private static final long SECOND = 1_000_000_000;

  private final Latch latch = new Latch();
  private int sequence = 65_534;

  @Test
  void theDescribedAddressIsAdmittedAtOnce() {
    latch.expect(DESCRIBED, 0);

    assertThat(packetFrom(DESCRIBED, 0)).isTrue();
    assertThat(latch.peer()).isEqualTo(DESCRIBED);
  }

  @Test
  void anotherPortOfTheHostIsLearnedAfterFourPacketsInOrder() {
    latch.expect(DESCRIBED, 0);

    assertThat(packetFrom(OTHER_PORT, 0)).isFalse();
    assertThat(packetFrom(OTHER_PORT, 0)).isFalse();
    assertThat(packetFrom(OTHER_PORT, 0)).isFalse();
    assertThat(packetFrom(OTHER_PORT, 0)).isTrue();
    assertThat(latch.peer()).isEqualTo(OTHER_PORT);
  }

  @Test
  void aBreakInTheOrderBeginsTheCountAnew() {
    latch.expect(DESCRIBED, 0);
    packetFrom(OTHER_PORT, 0);
    packetFrom(OTHER_PORT, 0);
    packetFrom(OTHER_PORT, 0);
    sequence += 7;

    assertThat(packetFrom(OTHER_PORT, 0)).isFalse();
  }

  @Test
  void anotherHostIsNeverLearned() {
    latch.expect(DESCRIBED, 0);

    for (int packet = 0; packet < 1000; packet++) {
      assertThat(packetFrom(OTHER_HOST, 0)).isFalse();
    }
    assertThat(latch.peer()).isEqualTo(DESCRIBED);
  }

  @Test
  void nobodyIsLearnedAfterTheDescribedOneSpoke() {
    latch.expect(DESCRIBED, 0);
    packetFrom(DESCRIBED, 0);

    assertThat(fourPacketsFrom(OTHER_PORT, SECOND)).isFalse();
  }

  @Test
  void nobodyIsLearnedAfterFiveSeconds() {
    latch.expect(DESCRIBED, 0);

    assertThat(fourPacketsFrom(OTHER_PORT, 6 * SECOND)).isFalse();
  }

  @Test
  void theDescribedAddressTakesItsPlaceBackForGood() {
    latch.expect(DESCRIBED, 0);
    fourPacketsFrom(OTHER_PORT, 0);

    assertThat(packetFrom(DESCRIBED, SECOND)).isTrue();
    assertThat(latch.peer()).isEqualTo(DESCRIBED);
    assertThat(fourPacketsFrom(OTHER_PORT, SECOND)).isFalse();
  }

  @Test
  void theFormerAddressIsHeardUntilTheNewOneSpeaks() {
    latch.expect(DESCRIBED, 0);
    packetFrom(DESCRIBED, 0);
    latch.expect(MOVED, SECOND);

    assertThat(latch.peer()).isEqualTo(MOVED);
    assertThat(packetFrom(DESCRIBED, SECOND)).isTrue();
    assertThat(packetFrom(MOVED, SECOND)).isTrue();
    assertThat(packetFrom(DESCRIBED, SECOND)).isFalse();
  }

  @Test
  void theFormerAddressIsHeardForTwoSecondsAtMost() {
    latch.expect(DESCRIBED, 0);
    latch.expect(MOVED, SECOND);

    assertThat(packetFrom(DESCRIBED, 4 * SECOND)).isFalse();
  }

  @Test
  void theSameAddressInANewOfferForgetsNothingLearned() {
    latch.expect(DESCRIBED, 0);
    fourPacketsFrom(OTHER_PORT, 0);
    latch.expect(DESCRIBED, SECOND);

    assertThat(latch.peer()).isEqualTo(OTHER_PORT);
  }

  private boolean fourPacketsFrom(InetSocketAddress from, long nowNanos) {
    boolean admitted = false;
    for (int packet = 0; packet < 4; packet++) {
      admitted = packetFrom(from, nowNanos);
    }
    return admitted;
  }

  private boolean packetFrom(InetSocketAddress from, long nowNanos) {
    sequence = (sequence + 1) & 0xFFFF;
    return latch.admits(from, new RtpHeader(false, 0, sequence, 0, 1, 12, 160), nowNanos);
  }
}
