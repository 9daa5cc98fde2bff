package io.hushbridge.sim;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Keys of one call, waiting to be read. Pressed on any thread, read on one.
final class Keypad {
  private static final char HUNG_UP = '\0';

  private final BlockingQueue<Character> keys = new LinkedBlockingQueue<>();
  private final StringBuilder all = new StringBuilder();

  /// The caller pressed `*`.
  static final class Cancelled extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /// The call is over.
  static final class HungUp extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /// No key for too long.
  static final class Silence extends Exception {
    private static final long serialVersionUID = 1L;
  }

  synchronized void press(char key) {
    all.append(key);
    keys.add(key);
  }

  void hangUp() {
    keys.add(HUNG_UP);
  }

  /// Every key pressed so far.
  synchronized String pressed() {
    return all.toString();
  }

  /// Reads digits until there are enough of them or `#` ends them. A `#` before the first is that
  /// of the field before.
  ///
  /// @param enough tells by the digits so far
  /// @param onKey run at each key
  String read(Enough enough, Duration patience, Runnable onKey)
      throws Cancelled, HungUp, Silence, InterruptedException {
    var digits = new StringBuilder();
    while (!enough.holds(digits)) {
      char key = next(patience);
      onKey.run();
      switch (key) {
        case HUNG_UP -> throw new HungUp();
        case '*' -> throw new Cancelled();
        case '#' -> {
          if (!digits.isEmpty()) {
            return digits.toString();
          }
        }
        default -> digits.append(key);
      }
    }
    return digits.toString();
  }

  private char next(Duration patience) throws Silence, InterruptedException {
    Character key = keys.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (key == null) {
      throw new Silence();
    }
    return key;
  }

  /// Whether the digits so far are all.
  @FunctionalInterface
  interface Enough {
    boolean holds(CharSequence digits);

    static Enough digits(int count) {
      return so -> so.length() >= count;
    }
  }
}
