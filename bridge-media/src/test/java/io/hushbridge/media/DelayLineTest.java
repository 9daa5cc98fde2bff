package io.hushbridge.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushbridge.media.rtp.Codec;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DelayLineTest {
  private static final long MILLI = 1_000_000;
  private final List<String> left = new ArrayList<>();
  private final KeyShadow shadow = new KeyShadow();
  private final DelayLine line =
      new DelayLine(
          shadow::touches,
          (frame, silenced, _) -> {
            boolean quiet = frame.pcm()[0] == 0;
            assertThat(quiet).isEqualTo(silenced);
            left.add(frame.position() / 160 + (silenced ? " silent" : ""));
          });

  @Test
  void aFrameLeavesWhenSixLaterOnesHaveBeenInspected() {
    frames(0, 5, 0);
    assertThat(left).isEmpty();

    frames(6, 7, 0);
    assertThat(left).containsExactly("0", "1");
  }

  @Test
  void timeAloneLetsNothingLeave() {
    frames(0, 2, 0);
    line.tick(499 * MILLI);
    assertThat(left).isEmpty();
  }

  @Test
  void framesLostOnTheWayDoNotCountAsInspected() {
    frames(0, 0, 0);
    frames(50, 54, 0);
    assertThat(left).isEmpty();

    frames(55, 55, 0);
    assertThat(left).containsExactly("0");
  }

  @Test
  void ofAStalledTalkerTheLastSixtyMillisecondsLeaveAsSilence() {
    frames(0, 5, 0);
    line.tick(500 * MILLI);

    assertThat(left).containsExactly("0", "1", "2", "3 silent", "4 silent", "5 silent");
  }

  @Test
  void whatAKeyTouchesLeavesAsSilence() {
    shadow.cast(170, 400);
    frames(0, 9, 0);

    assertThat(left).containsExactly("0", "1 silent", "2 silent", "3");
  }

  @Test
  void aKeyThatIsFoundLateStillSilencesWhatWaits() {
    frames(0, 5, 0);
    shadow.cast(0, 10);
    frames(6, 6, 0);

    assertThat(left).containsExactly("0 silent");
  }

  @Test
  void aClearedLineForgets() {
    frames(0, 5, 0);

    assertThat(line.clear()).isEqualTo(6);
    line.tick(1000 * MILLI);
    frames(10, 15, 1000);
    assertThat(left).isEmpty();
  }

  @Test
  void packetsOfAnyLengthAreCountedInSamples() {
    line.take(frame(0, 80), 0);
    line.take(frame(80, 480), 0);
    line.take(frame(560, 479), 0);
    assertThat(left).isEmpty();

    line.take(frame(1039, 1), 0);
    assertThat(left).hasSize(1);
  }

  private void frames(int from, int to, long millis) {
    for (int number = from; number <= to; number++) {
      line.take(frame(number * 160L, 160), millis * MILLI);
    }
  }

  private static Frame frame(long position, int samples) {
    byte[] payload = new byte[samples];
    Arrays.fill(payload, (byte) 0x21);
    return Frame.of(position, Codec.PCMU, Unpooled.wrappedBuffer(payload));
  }
}
