package io.hushbridge.sim.phone;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Hears keys in telephone-event packets: one for each (SSRC, timestamp, event), however many
/// packets tell it, in whatever order, and with or without its end (RFC 4733 §2.5.1.2). One thread.
final class KeyEar {
  static final String KEYS = "0123456789*#ABCD";

  private final Set<Press> presses = new HashSet<>();

  private record Press(int ssrc, int timestamp, int event) {}

  /// The key that a packet is the first to tell.
  Optional<Character> hear(Packet packet) {
    byte[] payload = packet.payload();
    if (payload.length < 4 || payload[0] < 0 || payload[0] >= KEYS.length()) {
      return Optional.empty();
    }
    return presses.add(new Press(packet.ssrc(), packet.timestamp(), payload[0]))
        ? Optional.of(KEYS.charAt(payload[0]))
        : Optional.empty();
  }
}
