package io.hushbridge.control.recording;

import io.hushbridge.sip.Dial;
import io.hushbridge.sip.Leg;
import io.hushbridge.sip.LegEvents;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// How recording sessions leave.
///
/// @param listener name of the listening point they leave from
/// @param random for the ids in the metadata
/// @param clock for the times in the metadata
record SiprecDoor(Dialler dialler, String listener, RandomGenerator random, InstantSource clock) {

  /// Starts an INVITE, as [io.hushbridge.sip.SipEndpoint#dial] does.
  @FunctionalInterface
  interface Dialler {
    Leg dial(Dial dial, LegEvents events);
  }
}
