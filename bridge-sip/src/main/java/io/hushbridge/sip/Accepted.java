package io.hushbridge.sip;

import gov.nist.javax.sip.stack.SIPServerTransaction;
import java.io.IOException;
import java.time.Duration;
import javax.sip.message.Request;
import javax.sip.message.Response;

/// A 2xx of ours to an INVITE: sent again after T1, doubling up to T2, until the peer acknowledges
/// it or 64*T1 are over (RFC 3261 §13.3.1.4). Leg's mailbox only.
final class Accepted {
  /// T2 of RFC 3261 §17.1.2.2, in units of T1.
  private static final int T2 = 8;

  private final InviteLeg leg;
  private final Incoming invite;
  private final Response response;
  private final boolean initial;
  private Runnable onAcknowledged = () -> {};
  private Runnable resending = () -> {};
  private Runnable losing = () -> {};

  /// Not yet sent.
  ///
  /// @param initial whether the INVITE made the dialog
  Accepted(InviteLeg leg, Incoming invite, Response response, boolean initial) {
    this.leg = leg;
    this.invite = invite;
    this.response = response;
    this.initial = initial;
  }

  boolean initial() {
    return initial;
  }

  /// Where no ACK comes, the leg's stage is told.
  void send() {
    invite.send(response);
    resendAfter(leg.t1());
    losing = leg.after(leg.t1().multipliedBy(64), this::lost);
  }

  private void lost() {
    stop();
    leg.stage().neverAcknowledged();
  }

  private void resendAfter(Duration wait) {
    resending =
        leg.after(
            wait,
            () -> {
              resend();
              Duration longest = leg.t1().multipliedBy(T2);
              Duration doubled = wait.multipliedBy(2);
              resendAfter(doubled.compareTo(longest) < 0 ? doubled : longest);
            });
  }

  private void resend() {
    try {
      ((SIPServerTransaction) invite.transaction()).resendLastResponseAsBytes();
    } catch (IOException e) {
      // A broken connection is found out by the ACK that does not come.
    }
  }

  /// Whether our 2xx carries the offer, so that the ACK brings the answer (RFC 3261 §13.2.1).
  boolean offered() {
    return Bodies.of(invite.request()).isEmpty();
  }

  boolean isFor(Request ack) {
    return Dialog.sequenceOf(ack) == Dialog.sequenceOf(invite.request());
  }

  /// The same answer to a copy of the INVITE that the stack takes for new.
  void answerAgain(Incoming copy) {
    Response again = copy.response(response.getStatusCode(), leg.localTag());
    again.setHeader(leg.dialog().contact());
    Bodies.of(response).ifPresent(body -> Bodies.set(again, body));
    copy.send(again);
  }

  /// Something that must wait for the ACK, as a BYE does.
  void thenOnAcknowledged(Runnable task) {
    onAcknowledged = task;
  }

  void acknowledged() {
    stop();
    onAcknowledged.run();
  }

  void stop() {
    resending.run();
    losing.run();
  }
}
