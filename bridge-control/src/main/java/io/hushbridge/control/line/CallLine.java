package io.hushbridge.control.line;

import io.hushbridge.control.call.Audio;
import io.hushbridge.control.call.Call;
import io.hushbridge.control.call.CallEnd;
import io.hushbridge.control.call.CallEvent;
import io.hushbridge.control.call.CallOver;
import io.hushbridge.control.call.Cue;
import io.hushbridge.control.call.Parties;
import io.hushbridge.control.call.PaymentId;
import io.hushbridge.control.call.Role;
import io.hushbridge.control.call.Scene;
import io.hushbridge.control.call.Session;
import io.hushbridge.control.call.TripOutcome;
import io.hushbridge.media.MediaCall;
import io.hushbridge.media.MediaFailure;
import io.hushbridge.media.dtmf.KeyTiming;
import io.hushbridge.media.rtp.Codec;
import io.hushbridge.media.sdp.Direction;
import io.hushbridge.sip.Dial;
import io.hushbridge.sip.Leg;
import io.hushbridge.sip.SipEvent;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// One call's legs and ports, joined. Flow thread only.
public final class CallLine implements Parties, Audio {
  private static final String CALL_HEADER = "X-Hush-Call";
  private static final String OUTCOME_HEADER = "X-Hush-Outcome";

  private final Call call;
  private final CallLines lines;
  private final LineSettings settings;
  private final MediaCall media;
  private final CallerLeg caller;
  private final Consumer<CallEvent> inbox;
  private final Map<Role, Party> parties = new EnumMap<>(Role.class);

  CallLine(
      Call call, CallLines lines, MediaCall media, CallerLeg caller, Consumer<CallEvent> inbox) {
    this.call = call;
    this.lines = lines;
    this.settings = lines.settings();
    this.media = media;
    this.caller = caller;
    this.inbox = inbox;
    parties.put(Role.CALLER, caller.party());
    caller.party().takesInfoKeys();
  }

  /// The call's audio, for the recorders.
  public MediaCall media() {
    return media;
  }

  /// What the caller speaks, and so everybody else.
  public Codec codec() {
    return caller.codec();
  }

  @Override
  public void dialAgent() {
    caller.ring();
    dialAgent(Map.of());
  }

  @Override
  public void redialAgent(PaymentId payment, TripOutcome outcome) {
    dialAgent(outcomeHeaders(payment, outcome));
  }

  private void dialAgent(Map<String, String> more) {
    Map<String, String> headers = new HashMap<>(settings.agentHeaders());
    headers.put(CALL_HEADER, call.id());
    headers.putAll(more);
    join(
        Role.AGENT,
        party ->
            new Dial(
                settings.listener(),
                settings.agent(),
                call.callerNumber(),
                party.offer(),
                headers,
                "",
                settings.agentDigest(),
                settings.agentRinging()));
  }

  @Override
  public void dialLine(Session session) {
    Map<String, String> headers = new HashMap<>();
    if (session.link() instanceof Session.Link.ByHeader(String name, var code)) {
      headers.put(name, code.reveal());
    }
    join(
        Role.LINE,
        party ->
            new Dial(
                settings.listener(),
                session.line(),
                "hushbridge",
                party.offer(),
                headers,
                "",
                Optional.empty(),
                settings.lineRinging()));
  }

  private void join(Role role, Function<Party, Dial> dialling) {
    hangUp(role);
    try {
      Party party =
          new Party(
              role,
              media.openPort(role.port()),
              caller.codec(),
              lines.newIdentity(),
              role == Role.LINE);
      parties.put(role, party);
      Leg leg =
          lines
              .sip()
              .dial(
                  dialling.apply(party),
                  event -> inbox.accept(new CallEvent.Signalled(() -> hear(role, party, event))));
      party.speaksThrough(leg);
    } catch (MediaFailure full) {
      inbox.accept(new CallEvent.Unreached(role, "no media port free"));
    }
  }

  /// What an earlier leg of the role still has to tell means nothing any more.
  private Optional<CallEvent> hear(Role role, Party party, SipEvent event) {
    return parties.get(role) == party ? party.hear(event) : Optional.empty();
  }

  @Override
  public void answerCaller() {
    caller.answer();
  }

  @Override
  public void refuseCaller(int status, String reason) {
    caller.refuse(status, reason);
  }

  @Override
  public void link(Session session) {
    switch (session.link()) {
      case Session.Link.ByKeys(var code, var delay, var tone, var gap) ->
          party(Role.LINE)
              .ifPresent(
                  line -> line.port().sendKeys(code.reveal(), new KeyTiming(delay, tone, gap)));
      case Session.Link.ByHeader _ -> inbox.accept(new CallEvent.Linked());
    }
  }

  @Override
  public void holdAgent() {
    if (settings.holdByReinvite()) {
      party(Role.AGENT).ifPresent(agent -> agent.reoffer(Direction.SENDONLY, Map.of()));
    }
  }

  @Override
  public void resumeAgent(PaymentId payment, TripOutcome outcome) {
    if (settings.holdByReinvite()) {
      Map<String, String> headers = outcomeHeaders(payment, outcome);
      party(Role.AGENT).ifPresent(agent -> agent.reoffer(Direction.SENDRECV, headers));
    }
  }

  private static Map<String, String> outcomeHeaders(PaymentId payment, TripOutcome outcome) {
    return Map.of(OUTCOME_HEADER, outcome.label() + "; payment=" + payment.value());
  }

  @Override
  public void answerReoffer(Role role) {
    party(role).ifPresent(Party::answerReoffer);
  }

  @Override
  public void hangUp(Role role) {
    party(role).ifPresent(Party::hangUp);
  }

  @Override
  public void play(Cue cue) {
    caller.party().port().play(settings.prompt(cue));
  }

  @Override
  public void stopCue() {
    caller.party().port().stopPrompt();
  }

  @Override
  public void switchTo(Scene scene) throws CallOver {
    try {
      media.switchTo(scene.wiring());
    } catch (MediaFailure stuck) {
      throw new CallOver(new CallEnd.Broken("media-stuck"));
    }
  }

  @Override
  public void close() {
    parties.values().forEach(Party::hangUp);
    media.close();
  }

  private Optional<Party> party(Role role) {
    return Optional.ofNullable(parties.get(role));
  }
}
