package io.hushbridge.sim;

import io.hushbridge.sim.phone.Flow;
import io.hushbridge.sim.phone.Phone;
import io.hushbridge.sim.phone.Sdp;
import io.hushbridge.sip.Leg;
import io.hushbridge.sip.LegEvents;
import io.hushbridge.sip.SipBody;
import io.hushbridge.sip.SipEvent;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// One call at the voice agent. Any thread; its state is read and changed under the agent's watch.
final class AgentCall implements LegEvents {
  private static final String OUTCOME_HEADER = "x-hush-outcome";
  private static final int GLARES = 2;

  private final String id;
  private final Leg leg;
  private final Connection connection;
  private final AgentDesk desk;
  private final boolean comesBack;
  private String outcome = "";
  private boolean answered;
  private boolean held;
  private boolean returned;
  private boolean over;
  private int glares = GLARES;

  /// A call that rings.
  ///
  /// @param headers of its INVITE
  AgentCall(Leg leg, Connection connection, Map<String, String> headers, AgentDesk desk) {
    this.id = headers.getOrDefault("x-hush-call", "");
    this.leg = leg;
    this.connection = connection;
    this.desk = desk;
    this.comesBack = takesOutcome(headers);
  }

  String id() {
    return id;
  }

  Phone phone() {
    return connection.phone();
  }

  boolean answered() {
    return answered;
  }

  boolean held() {
    return held;
  }

  boolean returned() {
    return returned;
  }

  boolean over() {
    return over;
  }

  void answer(SipBody offer) {
    Sdp.Stream theirs = Sdp.read(offer.content()).first();
    leg.answer(connection.answer(theirs, theirs.flow().mirrored()));
  }

  CompletableFuture<Void> says(Phrase phrase) {
    return phone().says(desk.conduct().voice().says(phrase));
  }

  void hangUp() {
    leg.hangUp(Map.of());
  }

  private boolean takesOutcome(Map<String, String> headers) {
    String told = headers.getOrDefault(OUTCOME_HEADER, "");
    if (!told.isEmpty()) {
      desk.outcome(told);
      outcome = told;
    }
    return !told.isEmpty();
  }

  @Override
  public void happened(SipEvent event) {
    switch (event) {
      case SipEvent.Acknowledged _ -> begin();
      case SipEvent.Reoffered(var offer, var headers) -> reoffered(offer, headers);
      case SipEvent.Ended(var by, _) -> end(by);
      case SipEvent.Progress _,
          SipEvent.Answered _,
          SipEvent.Refused _,
          SipEvent.ReofferAccepted _,
          SipEvent.ReofferRefused _,
          SipEvent.Referred _ -> {} // none of it comes to a callee that makes no offer
    }
  }

  private void begin() {
    desk.story().tell(comesBack ? "has the caller back in a new call" : "answers " + id);
    desk.watch()
        .change(
            () -> {
              answered = true;
              returned = comesBack;
            });
    if (comesBack) {
      var _ = says(AgentDesk.phraseFor(outcome));
    } else {
      var _ = says(Phrase.AGENT_GREETS);
      desk.answered(this);
    }
  }

  private void reoffered(Optional<SipBody> offer, Map<String, String> headers) {
    if (offer.isEmpty()) {
      leg.refuseReoffer(488);
      return;
    }
    Sdp.Stream theirs = Sdp.read(offer.get().content()).first();
    boolean hold = theirs.flow() == Flow.SENDONLY || theirs.flow() == Flow.INACTIVE;
    if (hold) {
      hold(theirs);
    } else {
      resume(theirs, takesOutcome(headers));
    }
  }

  private void hold(Sdp.Stream theirs) {
    Conduct conduct = desk.conduct();
    if (conduct.has(Fault.AGENT_REFUSES_HOLD)) {
      desk.story().tell("refuses to be held");
      leg.refuseReoffer(488);
    } else if (conduct.has(Fault.AGENT_GLARES) && glares-- > 0) {
      desk.story().tell("says 491 to being held");
      leg.refuseReoffer(491);
    } else {
      leg.acceptReoffer(connection.answer(theirs, theirs.flow().mirrored()));
      desk.story().tell("is held");
      desk.watch().change(() -> held = true);
      if (conduct.has(Fault.AGENT_LEAVES_WHEN_HELD)) {
        desk.story().tell("leaves");
        hangUp();
      }
    }
  }

  /// @param told whether the offer came with an outcome
  private void resume(Sdp.Stream theirs, boolean told) {
    leg.acceptReoffer(connection.answer(theirs, theirs.flow().mirrored()));
    boolean wasHeld = desk.watch().read(() -> held);
    if (wasHeld || told) {
      desk.story().tell("has the caller back");
      desk.watch()
          .change(
              () -> {
                held = false;
                returned = true;
              });
      var _ = says(AgentDesk.phraseFor(outcome));
    }
  }

  private void end(SipEvent.By by) {
    desk.story().tell(by == SipEvent.By.US ? "is gone" : "is hung up on");
    connection.close();
    desk.watch().change(() -> over = true);
  }
}
