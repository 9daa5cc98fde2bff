package io.hushbridge.control.payment;

import io.hushbridge.control.call.Session;

/// What came of opening a session.
sealed interface Launch {
  record Opened(Session session) implements Launch {}

  /// Nobody was charged.
  ///
  /// @param why in a few words of ours, never theirs
  record Refused(String why) implements Launch {}
}
