package io.hushbridge.sim;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/// PCI Pal's secure line: takes the LinkId by keys or by header, asks for card number, expiry and
/// code, checks them, calls back and hangs up. A script's words are about the latest call.
public final class PaymentLine {
  /// Header that the LinkId may come by.
  public static final String LINK_HEADER = "X-PciPal-LinkId";

  /// Waits until a call has named its session.
  public void awaitLinked(Duration limit) {
    throw new UnsupportedOperationException();
  }

  /// Waits until the line asks for this once more than it was awaited before.
  public void awaitAsks(Field field, Duration limit) {
    throw new UnsupportedOperationException();
  }

  /// Waits until the call is over, whoever ends it.
  public void awaitEnd(Duration limit) {
    throw new UnsupportedOperationException();
  }

  /// Hangs up at once, and no callback comes.
  public void drops() {
    throw new UnsupportedOperationException();
  }

  /// Every digit that reached the line in all its calls, LinkIds included, in order. Card data: to
  /// be compared, never printed.
  public String keyed() {
    throw new UnsupportedOperationException();
  }

  /// Calls that were answered.
  public int answered() {
    throw new UnsupportedOperationException();
  }

  public Heard heard() {
    throw new UnsupportedOperationException();
  }

  /// Where its RTP has come from, one address for each call so far.
  public List<InetSocketAddress> media() {
    throw new UnsupportedOperationException();
  }
}
