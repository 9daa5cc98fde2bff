package io.hushbridge.sip;

import java.time.Duration;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// Everything random that stands in a message or a timer. Any thread.
final class Chance {
  private final RandomGenerator random;

  Chance(RandomGenerator random) {
    this.random = random;
  }

  /// 64 bits: RFC 3261 §19.3 wants 32 for a tag.
  String tag() {
    return hex(8);
  }

  String callId() {
    return hex(16);
  }

  String hex(int bytes) {
    byte[] drawn = new byte[bytes];
    synchronized (random) {
      random.nextBytes(drawn);
    }
    return HexFormat.of().formatHex(drawn);
  }

  /// How long to wait after a 491, in units of 10 ms: the owner of the Call-ID longer than the
  /// other, so that they do not meet again (RFC 3261 §14.1).
  Duration glare(boolean ownerOfCallId) {
    return Duration.ofMillis(10L * (ownerOfCallId ? between(210, 400) : between(0, 200)));
  }

  int between(int low, int high) {
    synchronized (random) {
      return random.nextInt(low, high + 1);
    }
  }
}
