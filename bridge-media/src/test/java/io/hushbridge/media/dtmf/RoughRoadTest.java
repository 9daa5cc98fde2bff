package io.hushbridge.media.dtmf;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushbridge.media.dtmf.KeySender.Send;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/// Keys as our sender sends them, over a network that loses and reorders, into our receiver.
class RoughRoadTest {
  private static final KeyTiming FAST =
      new KeyTiming(Duration.ZERO, Duration.ofMillis(60), Duration.ofMillis(60));
  private static final int CALLS = 2000;
  private static final double LOSS = 0.02;
  private static final double REORDERING = 0.05;
  private static final int LATE_MILLIS = 45;

  @Test
  void twentyFastKeysAllArriveInOrderThroughLossAndReordering() {
    long seed = ThreadLocalRandom.current().nextLong();
    var random = new Random(seed);
    for (int call = 0; call < CALLS; call++) {
      String keys = keys(random);
      assertThat(heard(arriving(keys, random), random.nextInt()))
          .as("seed %d, call %d", seed, call)
          .isEqualTo(keys.chars().map(key -> TelephoneEvent.eventOf((char) key)).boxed().toList());
    }
  }

  /// Few different keys, so that the same comes twice in a row often.
  private static String keys(Random random) {
    var keys = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      keys.append("147".charAt(random.nextInt(3)));
    }
    return keys.toString();
  }

  private static List<Arrival> arriving(String keys, Random random) {
    var sender = new KeySender(keys, FAST, 0);
    List<Arrival> arrivals = new ArrayList<>();
    for (Optional<Send> send = sender.next(Long.MAX_VALUE / 2);
        send.isPresent();
        send = sender.next(Long.MAX_VALUE / 2)) {
      long late = random.nextDouble() < REORDERING ? LATE_MILLIS : 0;
      if (random.nextDouble() >= LOSS) {
        arrivals.add(new Arrival(send.get().offsetMillis() + late, send.get()));
      }
    }
    arrivals.sort(Comparator.comparingLong(Arrival::millis));
    return arrivals;
  }

  private static List<Integer> heard(List<Arrival> arrivals, int baseTimestamp) {
    var receiver = new KeyReceiver();
    List<Integer> heard = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      int timestamp = baseTimestamp + (int) arrival.send().eventStartMillis() * 8;
      TelephoneEvent event = arrival.send().event();
      if (receiver.heard(7, timestamp, event, arrival.millis() * 1_000_000)) {
        heard.add(event.event());
      }
    }
    return heard;
  }

  private record Arrival(long millis, Send send) {}
}
