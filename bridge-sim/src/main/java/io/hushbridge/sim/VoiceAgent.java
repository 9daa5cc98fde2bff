package io.hushbridge.sim;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/// The voice agent (PolyAI): answers calls that show its token, talks in short prompts, asks for
/// payments over HTTP, takes External Events, and honours being held. A script's words are about
/// the latest call.
public final class VoiceAgent {
  static final String EVENTS_PATH = "/v1/external-events/webhook";

  /// Waits for a call to be answered and acknowledged.
  ///
  /// @return its `X-Hush-Call`
  public String awaitCall(Duration limit) {
    throw new UnsupportedOperationException();
  }

  /// Says words that only the agent says, this long; silent afterwards.
  public void talks(Duration time) {
    throw new UnsupportedOperationException();
  }

  /// Says that it takes a payment, and asks the bridge for it, with an event id for its result.
  ///
  /// @param amount in minor units
  public Answer asksFor(long amount, String currency, String reference) {
    throw new UnsupportedOperationException();
  }

  /// Asks with a body as it is, to be refused.
  public Answer asksWith(String body) {
    throw new UnsupportedOperationException();
  }

  /// The payment, as soon as it is no longer open, or after `wait`.
  public Answer looksUp(String location, Duration wait) {
    throw new UnsupportedOperationException();
  }

  public Answer cancels(String location) {
    throw new UnsupportedOperationException();
  }

  /// Waits until the bridge has held this leg (`a=sendonly`).
  public void awaitHeld(Duration limit) {
    throw new UnsupportedOperationException();
  }

  /// Waits until talk is open again: held before and `a=sendrecv` now, or called anew with an
  /// outcome.
  public void awaitReturn(Duration limit) {
    throw new UnsupportedOperationException();
  }

  /// `X-Hush-Outcome` of every INVITE and re-INVITE that had one.
  public List<String> outcomes() {
    throw new UnsupportedOperationException();
  }

  /// Waits for an External Event beyond those awaited before.
  ///
  /// @return its JSON
  public String awaitEvent(Duration limit) {
    throw new UnsupportedOperationException();
  }

  /// Bodies of all External Events, in order.
  public List<String> events() {
    throw new UnsupportedOperationException();
  }

  /// BYE.
  public void leaves() {
    throw new UnsupportedOperationException();
  }

  /// Waits until the call is over, whoever ends it.
  public void awaitEnd(Duration limit) {
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
