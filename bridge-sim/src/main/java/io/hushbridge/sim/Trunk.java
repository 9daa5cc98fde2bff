package io.hushbridge.sim;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// The caller behind a SIP trunk. One call at a time. Its methods are a script's words: they return
/// when the thing is done, or throw [FarEndFailure] where it is not done in time. One script
/// thread; `hangsUp` and the readings from any thread.
public final class Trunk {
  /// Calls the bridge, and waits to be answered.
  ///
  /// @throws FarEndFailure where the call is refused, with the status, or not answered within 20 s
  public void calls() {
    throw new UnsupportedOperationException();
  }

  /// Says words that only the caller says, this long; silent afterwards.
  public void talks(Duration time) {
    throw new UnsupportedOperationException();
  }

  /// Keys digits as RFC 4733 events, 100 ms each with 80 ms between. `,` waits half a second.
  public void keys(String digits) {
    throw new UnsupportedOperationException();
  }

  /// Keys digits as tones in the audio.
  public void keysInBand(String digits) {
    throw new UnsupportedOperationException();
  }

  /// Begins to key; done when the last digit has been sent. A hang-up leaves the rest unsent.
  public CompletableFuture<Void> beginsToKey(String digits) {
    throw new UnsupportedOperationException();
  }

  /// Keys a card as the line asks for it, field by field.
  public void pays(Card card, PaymentLine line) {
    throw new UnsupportedOperationException();
  }

  /// re-INVITE `a=sendonly`, and waits for the answer.
  public void holds() {
    throw new UnsupportedOperationException();
  }

  /// re-INVITE `a=sendrecv`, and waits for the answer.
  public void resumes() {
    throw new UnsupportedOperationException();
  }

  public void hangsUp() {
    throw new UnsupportedOperationException();
  }

  /// Waits until the call is over, whoever ends it.
  public void awaitEnd(Duration limit) {
    throw new UnsupportedOperationException();
  }

  public boolean inCall() {
    throw new UnsupportedOperationException();
  }

  /// Waits until something audible is heard that was not heard before this call.
  public void awaitAudible(Duration limit) {
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
