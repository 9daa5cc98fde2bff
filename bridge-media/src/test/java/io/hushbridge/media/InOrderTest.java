package io.hushbridge.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushbridge.media.rtp.Codec;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InOrderTest {
  private final InOrder inOrder = new InOrder();

  @Test
  void framesInTheirPlacePassAtOnce() {
    assertThat(arrive(0)).containsExactly(0);
    assertThat(arrive(1)).containsExactly(1);
  }

  @Test
  void frameThatComesEarlyWaitsForTheOneBefore() {
    arrive(0);
    assertThat(arrive(2)).isEmpty();
    assertThat(arrive(3)).isEmpty();
    assertThat(arrive(1)).containsExactly(1, 2, 3);
  }

  @Test
  void whenThreeWaitTheNextOneEndsTheWaiting() {
    arrive(0);
    assertThat(arrive(5)).isEmpty();
    assertThat(arrive(3)).isEmpty();
    assertThat(arrive(4)).isEmpty();
    assertThat(arrive(6)).containsExactly(3, 4, 5, 6);
  }

  @Test
  void repeatsAndLateFramesAreLeftOut() {
    arrive(0);
    arrive(1);
    assertThat(arrive(1)).isEmpty();
    assertThat(arrive(0)).isEmpty();
    assertThat(arrive(2)).containsExactly(2);
  }

  @Test
  void whatWaitsIsForgottenWhenCleared() {
    arrive(0);
    arrive(2);
    inOrder.clear();
    assertThat(arrive(1)).containsExactly(1);
  }

  private List<Integer> arrive(int number) {
    byte[] payload = new byte[160];
    inOrder.take(Frame.of(number * 160L, Codec.PCMU, Unpooled.wrappedBuffer(payload)));
    List<Integer> passed = new ArrayList<>();
    for (Frame frame = inOrder.next(); frame != null; frame = inOrder.next()) {
      passed.add((int) frame.position() / 160);
    }
    return passed;
  }
}
