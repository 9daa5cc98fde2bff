package io.hushbridge.sim;

import io.hushbridge.sim.phone.Flow;
import io.hushbridge.sim.phone.Phone;
import io.hushbridge.sim.phone.Sdp;
import io.hushbridge.sip.Leg;
import io.hushbridge.sip.LegEvents;
import io.hushbridge.sip.SipEvent;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// One call of the caller. Any thread; its state is read and changed under the caller's watch.
final class TrunkCall implements LegEvents {
  private final CompletableFuture<Leg> leg = new CompletableFuture<>();
  private final Connection connection;
  private final Watch watch;
  private final Story story;
  private boolean answered;
  private boolean over;
  private String refusal = "";
  private int reoffersAnswered;

  TrunkCall(Connection connection, Watch watch, Story story) {
    this.connection = connection;
    this.watch = watch;
    this.story = story;
  }

  /// The leg it is made on.
  void on(Leg leg) {
    this.leg.complete(leg);
  }

  Phone phone() {
    return connection.phone();
  }

  boolean answered() {
    return answered;
  }

  boolean over() {
    return over;
  }

  String refusal() {
    return refusal;
  }

  int reoffersAnswered() {
    return reoffersAnswered;
  }

  void reoffer(Flow flow) {
    leg.join().reoffer(connection.offer(flow), Map.of());
  }

  void hangUp() {
    leg.join().hangUp(Map.of());
  }

  @Override
  public void happened(SipEvent event) {
    switch (event) {
      case SipEvent.Progress(int status, _) -> story.tell("hears it ring (" + status + ")");
      case SipEvent.Answered(var answer, _) -> {
        connection.accepted(answer);
        story.tell("is answered");
        watch.change(() -> answered = true);
      }
      case SipEvent.Refused(int status, String reason) -> end("refused: " + status + " " + reason);
      case SipEvent.Reoffered(var offer, _) ->
          offer.ifPresentOrElse(
              body -> {
                Sdp.Stream theirs = Sdp.read(body.content()).first();
                leg.join().acceptReoffer(connection.answer(theirs, theirs.flow().mirrored()));
              },
              () -> leg.join().refuseReoffer(488));
      case SipEvent.ReofferAccepted(var answer) -> {
        connection.accepted(answer);
        watch.change(() -> reoffersAnswered++);
      }
      case SipEvent.ReofferRefused _ -> watch.change(() -> reoffersAnswered++);
      case SipEvent.Ended(var by, _) -> end(by == SipEvent.By.US ? "is gone" : "is hung up on");
      case SipEvent.Acknowledged _, SipEvent.Referred _ -> {} // not for a caller, or not followed
    }
  }

  private void end(String how) {
    connection.close();
    story.tell(how);
    watch.change(
        () -> {
          over = true;
          refusal = how;
        });
  }
}
