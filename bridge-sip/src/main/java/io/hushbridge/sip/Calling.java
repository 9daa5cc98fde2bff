package io.hushbridge.sip;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/// Our INVITE waits for the peer.
final class Calling extends Stage {
  private final SipBody offer;
  private final ExtraHeaders headers;
  private @Nullable Asked invite;
  private Runnable ringing = () -> {};
  private Optional<SipBody> early = Optional.empty();
  private boolean givenUp;

  Calling(InviteLeg leg, SipBody offer, ExtraHeaders headers) {
    super(leg);
    this.offer = offer;
    this.headers = headers;
  }

  /// Sends the INVITE.
  ///
  /// @param patience how long to wait for a final answer
  void start(Duration patience) {
    invite = leg.ask(this::makeInvite, this::replied);
    ringing =
        leg.after(
            patience, () -> giveUp(new SipEvent.Refused(Response.REQUEST_TIMEOUT, "No Answer")));
  }

  private Request makeInvite() {
    Request made = leg.dialog().request(Request.INVITE);
    headers.applyTo(made);
    Bodies.set(made, offer);
    return made;
  }

  private void replied(Response response) {
    int status = response.getStatusCode();
    if (status < 200) {
      early = Bodies.of(response).or(() -> early);
      leg.tell(new SipEvent.Progress(status, Bodies.of(response)));
    } else if (status < 300) {
      answered(response);
    } else if (!givenUp) {
      ringing.run();
      leg.over(new SipEvent.Refused(status, response.getReasonPhrase()));
    }
  }

  private void answered(Response response) {
    ringing.run();
    leg.confirm(response, invite == null ? null : invite.request());
    Optional<SipBody> answer = Bodies.of(response).or(() -> early);
    if (givenUp) {
      leg.sendBye(ExtraHeaders.NONE);
    } else if (answer.isEmpty()) {
      leg.sendBye(ExtraHeaders.NONE);
      leg.over(new SipEvent.Refused(Response.NOT_ACCEPTABLE_HERE, "Answer Without SDP"));
    } else {
      leg.become(Session.confirmed(leg));
      leg.tell(new SipEvent.Answered(answer.get(), ExtraHeaders.of(response)));
    }
  }

  @Override
  void hangUp(ExtraHeaders bye) {
    cancel(bye);
    leg.over(new SipEvent.Ended(SipEvent.By.US, Map.of()));
  }

  private void giveUp(SipEvent.Refused refused) {
    if (!givenUp) {
      cancel(ExtraHeaders.NONE);
      leg.over(refused);
    }
  }

  /// The owner is told at once; the final answer, whenever it comes, finds us gone.
  private void cancel(ExtraHeaders with) {
    givenUp = true;
    ringing.run();
    if (invite != null) {
      invite.cancel(with);
    }
  }

  @Override
  void reoffer(Offer reoffer) {
    leg.tell(new SipEvent.ReofferRefused(Response.REQUEST_PENDING));
  }

  @Override
  void reinvited(Incoming crossing) {
    crossing.reply(Response.REQUEST_PENDING, leg.localTag());
  }

  /// A BYE that has overtaken the 200 (RFC 5407 §3.1.3).
  @Override
  void bye(Incoming bye) {
    bye.reply(Response.OK, leg.localTag());
    giveUp(new SipEvent.Refused(Response.TEMPORARILY_UNAVAILABLE, "Hung Up"));
  }
}
