package io.hushbridge.sim;

import io.hushbridge.sim.phone.Listener;
import io.hushbridge.sim.phone.Phone;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Gives a far end a phone for each of its calls, and remembers where they were. Any thread.
final class Phones implements AutoCloseable {
  private final List<Phone> phones = new CopyOnWriteArrayList<>();
  private final List<InetSocketAddress> addresses = new CopyOnWriteArrayList<>();
  private final RandomGenerator.SplittableGenerator random;
  private final String host;
  private final double loss;

  Phones(String host, long seed, double loss) {
    this.random =
        (RandomGenerator.SplittableGenerator)
            RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    this.host = host;
    this.loss = loss;
  }

  synchronized Phone open(Listener listener) {
    try {
      Phone phone = Phone.open(host, random.split(), loss, listener);
      phones.add(phone);
      addresses.add(phone.local());
      return phone;
    } catch (IOException e) {
      throw new FarEndFailure("no port for a phone at " + host, e);
    }
  }

  List<InetSocketAddress> addresses() {
    return List.copyOf(addresses);
  }

  @Override
  public void close() {
    phones.forEach(Phone::close);
  }
}
