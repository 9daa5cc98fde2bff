package io.hushbridge.control.call;

import io.hushbridge.control.call.CallFacts.Presence;

/// One call, told in order. Leaving by whatever door hangs up everyone still here. Speech is opened
/// on the normal path only, so every other door ends shielded.
final class CallFlow {
  private final CallDoors doors;
  private final CallWatch watch;
  private final Limits limits;

  CallFlow(Inbox inbox, CallDoors doors, Limits limits) {
    this.doors = doors;
    this.watch = new CallWatch(inbox, doors);
    this.limits = limits;
  }

  CallEnd run(Call call) {
    doors.journal().write(Entry.CallBegan.of(call));
    CallEnd end = new CallEnd.Broken("fault");
    try {
      end = tell();
    } finally {
      doors.journal().write(new Entry.CallEnded(end.label()));
    }
    return end;
  }

  private CallEnd tell() {
    try (Parties parties = doors.parties();
        Recorders recorders = doors.recorders()) {
      watch.facts().is(Role.CALLER, Presence.HERE);
      dialAgent(parties);
      parties.answerCaller();
      recorders.begin();
      switchTo(new Scene.Talking());
      watch.talking();
      return serve();
    } catch (CallOver over) {
      return over.end();
    }
  }

  private void dialAgent(Parties parties) throws CallOver {
    watch.facts().is(Role.AGENT, Presence.DIALLED);
    parties.dialAgent();
    watch.await(() -> here(Role.AGENT) || gone(Role.AGENT), limits.agentAnswer());
    if (!here(Role.AGENT)) {
      parties.refuseCaller(480, "Agent unavailable");
      throw new CallOver(new CallEnd.Refused(480, "agent-silent"));
    }
  }

  /// Talk, and a payment whenever the agent asks for one, until somebody hangs up.
  private CallEnd serve() throws CallOver {
    while (!gone(Role.AGENT)) {
      watch.await(() -> watch.facts().wasAsked() || gone(Role.AGENT));
      if (watch.facts().wasAsked()) {
        new PaymentTrip(doors, watch, limits, watch.facts().takeAsk().orElseThrow()).run();
      }
    }
    return new CallEnd.Completed("agent");
  }

  private void switchTo(Scene scene) throws CallOver {
    doors.audio().switchTo(scene);
    doors.journal().write(new Entry.SceneChanged(scene.label()));
  }

  private boolean here(Role role) {
    return watch.facts().here(role);
  }

  private boolean gone(Role role) {
    return watch.facts().gone(role);
  }
}
