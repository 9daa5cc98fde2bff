package io.hushbridge.sim;

import io.hushbridge.sim.phone.Listener;
import io.hushbridge.sim.phone.Melody;
import io.hushbridge.sip.Invited;
import io.hushbridge.sip.Leg;
import io.hushbridge.sip.LegEvents;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The voice agent (PolyAI): answers calls that show its token, talks in short prompts, asks for
/// payments over HTTP, takes External Events, and honours being held. A script's words are about
/// the latest call.
public final class VoiceAgent implements AutoCloseable {
  private final List<AgentCall> calls = new ArrayList<>();
  private final Secrets secrets;
  private final Phones phones;
  private final AgentDesk desk;
  private final Watch watch;
  private final Story story;
  private final BridgeApi api;
  private final ExternalEventsDoor events;

  VoiceAgent(Places places, Secrets secrets, Phones phones, AgentDesk desk) throws IOException {
    this.secrets = secrets;
    this.phones = phones;
    this.desk = desk;
    this.watch = desk.watch();
    this.story = desk.story();
    this.api = new BridgeApi(places, secrets.agentKey());
    this.events = new ExternalEventsDoor(places, secrets, desk.story());
  }

  /// What happens with each new call, once it stands. Must return at once.
  void onAnswered(Consumer<AgentCall> script) {
    desk.onAnswered(script);
  }

  LegEvents invited(Leg leg, Invited invited) {
    Map<String, String> headers = invited.headers();
    AgentCall call = new AgentCall(leg, new Connection(phones.open(Listener.NONE)), headers, desk);
    if (!secrets.authToken().equals(headers.get("x-polyai-auth-token"))) {
      story.tell("refuses a call without its token");
      leg.refuse(403, "Forbidden");
    } else if (invited.offer().isEmpty()) {
      leg.refuse(488, "Not Acceptable Here");
    } else if (headers.containsKey("x-hush-outcome")
        && desk.conduct().has(Fault.AGENT_REFUSES_RETURN)) {
      story.tell("does not take the caller back");
      leg.refuse(480, "Temporarily Unavailable");
    } else {
      watch.change(() -> calls.add(call));
      leg.ring();
      if (!desk.conduct().has(Fault.AGENT_NEVER_ANSWERS)) {
        call.answer(invited.offer().get());
      }
    }
    return call;
  }

  /// Waits for a call to be answered and acknowledged.
  ///
  /// @return its `X-Hush-Call`
  public String awaitCall(Duration limit) {
    watch.await("the agent is called", limit, () -> !calls.isEmpty() && latest().answered());
    return watch.read(() -> latest().id());
  }

  /// Says words that only the agent says, this long; silent afterwards.
  public void talks(Duration time) {
    story.tell("talks");
    Speech.finish(latestCall().phone().says(Melody.AGENT.lasting((int) time.toMillis())));
  }

  /// Says that it takes a payment, and asks the bridge for it, with an event id for its result.
  ///
  /// @param amount in minor units
  public Answer asksFor(long amount, String currency, String reference) {
    AgentCall call = latestCall();
    var _ = call.says(Phrase.AGENT_ASKS_TO_PAY);
    return asks(call, amount, currency, reference);
  }

  /// Asks without a word.
  Answer asks(AgentCall call, long amount, String currency, String reference) {
    return ask(
        call,
        Http.JSON.writeValueAsString(
            Map.of(
                "amount", amount,
                "currency", currency,
                "reference", reference,
                "flow", "default",
                "externalEvent", events.mint())));
  }

  /// Asks with a body as it is, to be refused.
  public Answer asksWith(String body) {
    return ask(latestCall(), body);
  }

  private Answer ask(AgentCall call, String body) {
    Answer answer = api.post("/v1/calls/" + call.id() + "/payments", body);
    story.tell("asks for a payment, and is answered " + answer.status());
    return answer;
  }

  /// The payment, as soon as it is no longer open, or after `wait`.
  ///
  /// @param location as the ask's answer gave it
  public Answer looksUp(String location, Duration wait) {
    return api.get(location + "?wait=" + wait.toSeconds() + "s");
  }

  /// Cancels a payment.
  ///
  /// @param location as the ask's answer gave it
  public Answer cancels(String location) {
    story.tell("cancels the payment");
    return api.post(location + "/cancel", "");
  }

  /// Waits until the bridge has held this leg (`a=sendonly`).
  public void awaitHeld(Duration limit) {
    watch.await("the agent is held", limit, () -> !calls.isEmpty() && latest().held());
  }

  /// Waits until talk is open again: held before and `a=sendrecv` now, or called anew with an
  /// outcome.
  public void awaitReturn(Duration limit) {
    watch.await("the caller is back", limit, () -> !calls.isEmpty() && latest().returned());
  }

  /// `X-Hush-Outcome` of every INVITE and re-INVITE that had one.
  public List<String> outcomes() {
    return desk.outcomes();
  }

  /// Waits for an External Event beyond those awaited before.
  ///
  /// @return its JSON
  public String awaitEvent(Duration limit) {
    return events.await(limit);
  }

  /// Bodies of all External Events, in order.
  public List<String> events() {
    return events.events();
  }

  /// BYE.
  public void leaves() {
    story.tell("leaves");
    latestCall().hangUp();
  }

  /// Waits until every call so far is over, and there was one.
  public void awaitEnd(Duration limit) {
    watch.await(
        "the agent's call is over",
        limit,
        () -> !calls.isEmpty() && calls.stream().allMatch(AgentCall::over));
  }

  /// In the latest call.
  public Heard heard() {
    return Heard.by(latestCall().phone());
  }

  /// Where its RTP has come from, one address for each call so far.
  public List<InetSocketAddress> media() {
    return phones.addresses();
  }

  private AgentCall latestCall() {
    return watch.read(this::latest);
  }

  private AgentCall latest() {
    if (calls.isEmpty()) {
      throw new FarEndFailure("the agent has not been called");
    }
    return calls.getLast();
  }

  @Override
  public void close() {
    events.close();
    api.close();
    phones.close();
  }
}
