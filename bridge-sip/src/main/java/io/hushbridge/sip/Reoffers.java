package io.hushbridge.sip;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/// Our re-INVITEs, one at a time and in order. Leg's mailbox only.
final class Reoffers {
  /// After so many 491 the owner is told: a peer that always says 491 will go on doing so.
  private static final int RETRIES = 5;

  private final InviteLeg leg;
  private final BooleanSupplier free;
  private final Runnable peerLost;
  private final Deque<Stage.Offer> waiting = new ArrayDeque<>();
  private @Nullable Asked asked;
  private Runnable patience = () -> {};
  private Runnable rest = () -> {};
  private boolean resting;
  private boolean closed;
  private int glares;

  /// Of one leg.
  ///
  /// @param free whether no INVITE of the peer is open
  /// @param peerLost runs where the peer does not know the dialog or does not answer
  Reoffers(InviteLeg leg, BooleanSupplier free, Runnable peerLost) {
    this.leg = leg;
    this.free = free;
    this.peerLost = peerLost;
  }

  /// Whether one is on its way, so that one of the peer's would meet it (RFC 3261 §14.2).
  boolean pending() {
    return asked != null;
  }

  void add(Stage.Offer offer) {
    waiting.add(offer);
    proceed();
  }

  /// Sends the next one, if nothing stands in its way.
  void proceed() {
    Stage.Offer next = waiting.peek();
    if (next == null || closed || resting || asked != null || !free.getAsBoolean()) {
      return;
    }
    asked = leg.ask(() -> make(next), this::replied);
    patience = leg.after(leg.t1().multipliedBy(64), this::tooLate);
  }

  private Request make(Stage.Offer offer) {
    Request request = leg.dialog().request(Request.INVITE);
    offer.headers().applyTo(request);
    Bodies.set(request, offer.body());
    return request;
  }

  private void replied(Response response) {
    Asked answered = asked;
    if (response.getStatusCode() < 200 || answered == null) {
      return;
    }
    patience.run();
    asked = null;
    if (response.getStatusCode() < 300) {
      leg.dialog().refreshTarget(response);
      leg.ack(leg.dialog(), response, answered.request());
    }
    if (!closed) {
      judge(response);
    }
  }

  private void judge(Response response) {
    switch (response.getStatusCode()) {
      case Response.REQUEST_PENDING -> glare();
      case Response.REQUEST_TIMEOUT, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST -> peerLost.run();
      default -> finish(verdict(response));
    }
  }

  private static SipEvent verdict(Response response) {
    if (response.getStatusCode() >= 300) {
      return new SipEvent.ReofferRefused(response.getStatusCode());
    }
    Optional<SipBody> answer = Bodies.of(response);
    return answer.isPresent()
        ? new SipEvent.ReofferAccepted(answer.get())
        : new SipEvent.ReofferRefused(Response.NOT_ACCEPTABLE_HERE);
  }

  private void glare() {
    glares++;
    if (glares > RETRIES) {
      finish(new SipEvent.ReofferRefused(Response.REQUEST_PENDING));
      return;
    }
    resting = true;
    rest =
        leg.after(
            leg.chance().glare(leg.ownsCallId()),
            () -> {
              resting = false;
              proceed();
            });
  }

  private void finish(SipEvent event) {
    glares = 0;
    waiting.remove();
    leg.tell(event);
    proceed();
  }

  private void tooLate() {
    if (asked != null && !closed) {
      asked.cancel(ExtraHeaders.NONE);
      peerLost.run();
    }
  }

  /// The leg is over; an answer still to come is acknowledged all the same.
  void close() {
    closed = true;
    waiting.clear();
    rest.run();
  }
}
