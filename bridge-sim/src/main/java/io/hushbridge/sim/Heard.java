package io.hushbridge.sim;

import io.hushbridge.sim.phone.Phone;
import java.time.Duration;

/// What a phone has heard so far.
///
/// @param audible of audio louder than comfort noise
/// @param keys telephone-events, each counted once (RFC 4733 §2.5.1.2)
public record Heard(Duration audible, int keys) {
  static Heard by(Phone phone) {
    return new Heard(phone.audible(), phone.keysHeard());
  }
}
