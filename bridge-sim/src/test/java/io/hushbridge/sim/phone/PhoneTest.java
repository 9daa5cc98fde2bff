package io.hushbridge.sim.phone;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PhoneTest {
  private final Ear ear = new Ear();
  private Phone speaker;
  private Phone hearer;

  @BeforeEach
  void open() throws IOException {
    hearer = Phone.open("127.0.0.1", random(), 0, ear);
    speaker = speaker(0);
  }

  @AfterEach
  void close() {
    speaker.close();
    hearer.close();
  }

  @Test
  void keysArriveOnceEachAndInOrder() throws Exception {
    speaker.keys("4111#*0").get(10, SECONDS);
    assertThat(ear.keys(7)).isEqualTo("4111#*0");
    assertThat(hearer.keysHeard()).isEqualTo(7);
  }

  @Test
  void keysArriveOnceEachThoughPacketsAreLost() throws Exception {
    speaker.close();
    speaker = speaker(0.3);
    speaker.keys("123456789").get(10, SECONDS);
    assertThat(ear.keys(9)).isEqualTo("123456789");
  }

  @Test
  void aPeerWithoutEventsIsKeyedToInTones() throws Exception {
    Sdp.Stream peer = new Sdp.Stream(hearer.local(), List.of(0), -1, Flow.SENDRECV, "");
    speaker.speaksTo(peer, Flow.SENDRECV);
    speaker.keys("12").get(10, SECONDS);
    ear.awaitAudible(8);
    assertThat(hearer.keysHeard()).isZero();
    assertThat(hearer.audible().toMillis()).isGreaterThanOrEqualTo(160);
  }

  @Test
  void speechIsHeardAsItWasSaid() throws Exception {
    Sound words = Melody.CALLER.lasting(200);
    speaker.says(words).get(10, SECONDS);
    ear.awaitAudible(9);
    byte[] audio = hearer.audio();
    byte[] first = words.frame(1);
    assertThat(places(audio, first)).isNotEmpty();
  }

  @Test
  void aPhoneThatIsNotToSendSaysNothing() throws Exception {
    CompletableFuture<Void> speech = speaker.says(Melody.AGENT.lasting(5000));
    ear.awaitAudible(1);
    speaker.speaksTo(Sdp.offer(hearer.local(), Flow.SENDONLY).first(), Flow.RECVONLY);
    assertThatThrownBy(() -> speech.get(10, SECONDS)).isInstanceOf(CancellationException.class);
  }

  @Test
  void aClosedPhoneCancelsWhatWaitsToBeSaid() {
    CompletableFuture<Void> keys = speaker.keys("4111111111111111");
    speaker.close();
    assertThatThrownBy(() -> keys.get(10, SECONDS)).isInstanceOf(CancellationException.class);
  }

  private Phone speaker(double loss) throws IOException {
    Phone phone = Phone.open("127.0.0.1", random(), loss, Listener.NONE);
    phone.speaksTo(Sdp.offer(hearer.local(), Flow.SENDRECV).first(), Flow.SENDRECV);
    return phone;
  }

  private static RandomGenerator random() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  private static List<Integer> places(byte[] audio, byte[] part) {
    return IntStream.rangeClosed(0, audio.length - part.length)
        .filter(at -> Arrays.equals(audio, at, at + part.length, part, 0, part.length))
        .boxed()
        .toList();
  }

  private static final class Ear implements Listener {
    private final Queue<Character> keys = new ConcurrentLinkedQueue<>();
    private final Semaphore pressed = new Semaphore(0);
    private final Semaphore audible = new Semaphore(0);

    @Override
    public void key(char key) {
      keys.add(key);
      pressed.release();
    }

    @Override
    public void audible() {
      audible.release();
    }

    String keys(int count) throws InterruptedException {
      assertThat(pressed.tryAcquire(count, 5, SECONDS)).as("%d keys", count).isTrue();
      return keys.stream().map(String::valueOf).collect(Collectors.joining());
    }

    void awaitAudible(int packets) throws InterruptedException {
      assertThat(audible.tryAcquire(packets, 5, SECONDS)).as("%d packets", packets).isTrue();
    }
  }
}
