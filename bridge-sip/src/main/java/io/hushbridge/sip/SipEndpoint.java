package io.hushbridge.sip;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javax.sip.address.SipURI;
import javax.sip.address.URI;

/// The one SIP stack of this JVM: its listening points, its calls in, its calls out. Any thread.
///
/// JAIN SIP keeps static state, so a second stack would shut down the first one's TCP pool: open
/// one.
public final class SipEndpoint implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final Exchange exchange;
  private final Stack stack;
  private final AtomicBoolean closed = new AtomicBoolean();

  private SipEndpoint(Exchange exchange, Stack stack) {
    this.exchange = exchange;
    this.stack = stack;
  }

  /// Binds every listening point and starts taking calls.
  ///
  /// @param calls told of each INVITE; called on a leg's own thread, must return at once
  /// @throws SipFailure where a listening point cannot be bound, with a sentence for the operator
  public static SipEndpoint open(SipSettings settings, IncomingCalls calls) throws SipFailure {
    Exchange exchange = Exchange.of(settings);
    try {
      return new SipEndpoint(exchange, Stack.open(settings, exchange, calls));
    } catch (SipFailure | RuntimeException e) {
      exchange.close();
      throw e;
    }
  }

  /// The port that a listener is bound to.
  public int port(String listener) {
    return stack.door(listener).port();
  }

  /// Starts an INVITE. Never throws for what the network does: the end of an attempt arrives as an
  /// event.
  ///
  /// @throws IllegalArgumentException for a target, user or header that cannot stand in a message
  public Leg dial(Dial dial, LegEvents events) {
    Door door = stack.door(dial.listener());
    SipURI target = targetOf(dial);
    if (!Door.isUser(dial.fromUser()) || !Door.isParameters(dial.contactParameters())) {
      throw new IllegalArgumentException(
          "fromUser or contactParameters cannot stand in an address");
    }
    Bodies.check(dial.offer());
    ExtraHeaders headers = new ExtraHeaders(dial.headers());
    Dialog dialog = Dialog.dialled(door, dial, target, exchange.chance());
    Credentials credentials = new Credentials(dial.digest(), exchange.chance());
    InviteLeg leg = new InviteLeg(exchange, dialog, null, credentials);
    Calling calling = new Calling(leg, dial.offer(), headers);
    exchange.legs().add(leg);
    leg.post(
        () -> {
          leg.eventsTo(events);
          leg.begin(calling);
          calling.start(dial.ringing());
        });
    return leg.face();
  }

  private static SipURI targetOf(Dial dial) {
    if (!Door.isPlain(dial.target())) {
      throw new IllegalArgumentException("target: holds what cannot stand in a URI");
    }
    URI uri = Jain.parsed("target", () -> Jain.ADDRESSES.createURI(dial.target()));
    if (!(uri instanceof SipURI target)
        || target.isSecure()
        || target.getHeaderNames().hasNext()
        || !Door.carries(target.getTransportParam())) {
      throw new IllegalArgumentException("target: want a sip: URI over udp or tcp, no headers");
    }
    return target;
  }

  /// Legs, dialogs and transactions still alive: nothing may be left when the calls are over.
  public SipCounts counts() {
    int dialogs = 0;
    int transactions = 0;
    int legs = 0;
    for (InviteLeg leg : exchange.legs().all()) {
      legs++;
      dialogs += leg.isOver() ? 0 : 1;
      transactions += leg.openRequests();
    }
    return new SipCounts(legs, dialogs, transactions);
  }

  /// Ends every leg and the stack; no thread of it is left behind. Waits up to 2 s for the peers to
  /// take their BYE.
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    stack.refuseCalls();
    exchange.legs().all().forEach(leg -> leg.face().close());
    long deadlineNanos = System.nanoTime() + GRACE.toNanos();
    while (!exchange.legs().all().isEmpty() && System.nanoTime() - deadlineNanos < 0) {
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
    stack.close();
    exchange.close();
  }
}
