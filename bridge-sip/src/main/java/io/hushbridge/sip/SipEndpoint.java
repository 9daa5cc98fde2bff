package io.hushbridge.sip;

/// The one SIP stack of this JVM: its listening points, its calls in, its calls out.
///
/// JAIN SIP keeps static state, so a second stack would shut down the first one's TCP pool: open
/// one.
public final class SipEndpoint implements AutoCloseable {

  private SipEndpoint() {}

  /// Binds every listening point and starts taking calls.
  ///
  /// @param calls told of each INVITE; called on a leg's own thread, must return at once
  /// @throws SipFailure where a listening point cannot be bound, with a sentence for the operator
  public static SipEndpoint open(SipSettings settings, IncomingCalls calls) throws SipFailure {
    throw new SipFailure("not built yet");
  }

  /// Starts an INVITE. Never throws for what the network does: the end of an attempt arrives as an
  /// event.
  public Leg dial(Dial dial, LegEvents events) {
    throw new IllegalStateException("not built yet");
  }

  /// Dialogs and transactions still alive in the stack: nothing may be left when the calls are
  /// over.
  public SipCounts counts() {
    return new SipCounts(0, 0, 0);
  }

  /// Ends every leg and the stack; no thread of it is left behind.
  @Override
  public void close() {}
}
