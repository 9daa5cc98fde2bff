package io.hushbridge.sim;

import io.hushbridge.sim.phone.Phone;
import io.hushbridge.sip.Leg;
import java.util.Map;

/// One call at the payment line.
///
/// @param linkHeader the LinkId, where the INVITE brought it; else empty
record LineCall(Leg leg, Connection connection, Keypad keypad, String linkHeader) {
  Phone phone() {
    return connection.phone();
  }

  void hangUp() {
    leg.hangUp(Map.of());
  }
}
