package io.hushbridge.sip;

import io.hushbridge.sip.SipEvent.By;
import java.util.Map;
import java.util.Optional;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/// The call stands. Offers go one at a time: ours by [Reoffers], the peer's here.
final class Session extends Stage {
  private final Reoffers ours;
  private @Nullable Incoming theirs;
  private @Nullable Accepted unacknowledged;

  private Session(InviteLeg leg) {
    super(leg);
    this.ours = new Reoffers(leg, () -> theirs == null && unacknowledged == null, this::fail);
  }

  /// After the peer's 2xx to our INVITE.
  static Session confirmed(InviteLeg leg) {
    return new Session(leg);
  }

  /// By our 200 to the peer's INVITE.
  static Session answering(InviteLeg leg, Incoming invite, SipBody answer) {
    Session session = new Session(leg);
    session.accept(invite, answer, true);
    return session;
  }

  private void accept(Incoming invite, SipBody answer, boolean initial) {
    Response ok = invite.response(Response.OK, leg.localTag());
    ok.setHeader(leg.dialog().contact());
    Jain.set(ok, "Allow", Door.ALLOW);
    Bodies.set(ok, answer);
    Accepted accepted = new Accepted(leg, invite, ok, initial);
    unacknowledged = accepted;
    accepted.send();
  }

  @Override
  void acknowledged(Request ack) {
    Accepted accepted = unacknowledged;
    if (accepted == null || !accepted.isFor(ack)) {
      return; // a copy: our 2xx had been sent again
    }
    unacknowledged = null;
    accepted.acknowledged();
    Optional<SipBody> body = Bodies.of(ack);
    if (accepted.initial() || body.isPresent()) {
      leg.tell(new SipEvent.Acknowledged(body));
    }
    ours.proceed();
  }

  @Override
  void reoffer(Offer offer) {
    ours.add(offer);
  }

  @Override
  void reinvited(Incoming invite) {
    if (ours.pending() || (unacknowledged != null && unacknowledged.offered())) {
      invite.reply(Response.REQUEST_PENDING, leg.localTag());
    } else if (theirs != null) {
      invite.replyLater(leg.chance(), leg.localTag());
    } else {
      leg.dialog().refreshTarget(invite.request());
      theirs = invite;
      leg.tell(
          new SipEvent.Reoffered(Bodies.of(invite.request()), ExtraHeaders.of(invite.request())));
    }
  }

  @Override
  void invitedAgain(Incoming copy) {
    if (unacknowledged != null && unacknowledged.isFor(copy.request())) {
      unacknowledged.answerAgain(copy);
    } else {
      super.invitedAgain(copy);
    }
  }

  @Override
  void acceptReoffer(SipBody answer) {
    Incoming invite = theirs;
    if (invite != null) {
      theirs = null;
      if (unacknowledged != null) {
        moveOn(unacknowledged);
      }
      accept(invite, answer, false);
    }
  }

  /// The peer offers anew, so it has had our last 2xx: only its ACK was lost.
  private void moveOn(Accepted last) {
    last.stop();
    if (last.initial()) {
      leg.tell(new SipEvent.Acknowledged(Optional.empty()));
    }
  }

  @Override
  void neverAcknowledged() {
    fail();
  }

  @Override
  void refuseReoffer(int status) {
    if (theirs != null) {
      theirs.reply(status, leg.localTag());
      theirs = null;
      ours.proceed();
    }
  }

  @Override
  void cancelled(Incoming cancel) {
    refuseReoffer(Response.REQUEST_TERMINATED);
  }

  @Override
  void bye(Incoming bye) {
    bye.reply(Response.OK, leg.localTag());
    end(new SipEvent.Ended(By.PEER, ExtraHeaders.of(bye.request())), null);
  }

  @Override
  void hangUp(ExtraHeaders headers) {
    Accepted waitedFor = unacknowledged;
    if (waitedFor == null) {
      leg.sendBye(headers);
    } else {
      waitedFor.thenOnAcknowledged(() -> leg.sendBye(headers));
    }
    end(new SipEvent.Ended(By.US, Map.of()), waitedFor);
  }

  /// The peer does not answer any more (RFC 3261 §12.2.1.2, §13.3.1.4).
  private void fail() {
    leg.sendBye(ExtraHeaders.NONE);
    end(new SipEvent.Ended(By.FAILURE, Map.of()), null);
  }

  private void end(SipEvent last, @Nullable Accepted waitedFor) {
    if (theirs != null) {
      theirs.reply(Response.REQUEST_TERMINATED, leg.localTag());
      theirs = null;
    }
    if (unacknowledged != null && waitedFor == null) {
      unacknowledged.stop();
    }
    ours.close();
    leg.over(last, waitedFor);
  }
}
