package io.hushbridge.sim;

import java.util.List;

/// PCI Pal's HTTP door: tokens that last 299 s, sessions, and the callbacks it sends. Any thread.
public final class PciPalCloud {
  static final String TOKEN_PATH = "/api/v1/token";
  static final String LAUNCH_PATH = "/api/v1/session/303/launch";

  /// The only flow it knows.
  public static final String FLOW_ID = "1";

  /// Tokens given out so far.
  public int tokens() {
    throw new UnsupportedOperationException();
  }

  /// Sessions opened so far.
  public int sessions() {
    throw new UnsupportedOperationException();
  }

  /// Every token of before answers 401 from now on.
  public void revokesTokens() {
    throw new UnsupportedOperationException();
  }

  /// What the bridge answered to each callback, in order.
  public List<Integer> callbackAnswers() {
    throw new UnsupportedOperationException();
  }
}
