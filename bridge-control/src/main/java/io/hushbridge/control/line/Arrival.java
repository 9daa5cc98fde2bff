package io.hushbridge.control.line;

import io.hushbridge.control.call.Call;
import io.hushbridge.control.call.CallEvent;
import io.hushbridge.sip.Invited;
import io.hushbridge.sip.Leg;
import io.hushbridge.sip.LegEvents;
import io.hushbridge.sip.SipEvent;
import java.util.Optional;
import java.util.function.Consumer;

/// A caller's leg from its INVITE until the call has doors. What it tells before that is read
/// after.
public final class Arrival {
  private final Call call;
  private final Leg leg;
  private final Invited invited;
  private Optional<CallerLeg> caller = Optional.empty();

  public Arrival(Call call, Leg leg, Invited invited) {
    this.call = call;
    this.leg = leg;
    this.invited = invited;
  }

  /// The leg's events, on their way into the call's inbox. Any thread.
  public LegEvents into(Consumer<CallEvent> inbox) {
    return event -> inbox.accept(new CallEvent.Signalled(() -> hear(event)));
  }

  private Optional<CallEvent> hear(SipEvent event) {
    return caller.flatMap(here -> here.hear(event));
  }

  void has(CallerLeg opened) {
    caller = Optional.of(opened);
  }

  Call call() {
    return call;
  }

  Leg leg() {
    return leg;
  }

  Invited invited() {
    return invited;
  }
}
