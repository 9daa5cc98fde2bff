package io.hushbridge.sim;

import io.hushbridge.sim.Http.Reply;
import io.hushbridge.sim.Http.Request;
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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The voice agent (PolyAI): answers calls that show its token, talks in short prompts, asks for
/// payments over HTTP, takes External Events, and honours being held. A script's words are about
/// the latest call.
public final class VoiceAgent implements AgentDesk, AutoCloseable {
  static final String EVENTS_PATH = "/v1/external-events/webhook";

  private final Watch watch = new Watch();
  private final List<AgentCall> calls = new ArrayList<>();
  private final List<String> outcomes = new ArrayList<>();
  private final List<String> events = new ArrayList<>();
  private final AtomicInteger eventsAwaited = new AtomicInteger();
  private final Set<String> eventIds = ConcurrentHashMap.newKeySet();
  private final Secrets secrets;
  private final Conduct conduct;
  private final Story story;
  private final Phones phones;
  private final BridgeApi api;
  private final Http http;
  private volatile Consumer<AgentCall> onAnswered = call -> {};

  private VoiceAgent(Places places, Secrets secrets, Phones phones, Conduct conduct, Story story)
      throws IOException {
    this.secrets = secrets;
    this.conduct = conduct;
    this.story = story;
    this.phones = phones;
    this.api = new BridgeApi(places, secrets.agentKey());
    this.http = Http.open(places.host(), places.events(), Map.of(EVENTS_PATH, this::event));
  }

  static VoiceAgent open(
      Places places, Secrets secrets, Phones phones, Conduct conduct, Story story)
      throws IOException {
    return new VoiceAgent(places, secrets, phones, conduct, story);
  }

  /// What happens with each new call, once it stands. Must return at once.
  void onAnswered(Consumer<AgentCall> script) {
    onAnswered = script;
  }

  LegEvents invited(Leg leg, Invited invited) {
    Map<String, String> headers = invited.headers();
    AgentCall call = new AgentCall(leg, new Connection(phones.open(Listener.NONE)), headers, this);
    if (!secrets.authToken().equals(headers.get("x-polyai-auth-token"))) {
      story.tell("refuses a call without its token");
      leg.refuse(403, "Forbidden");
    } else if (invited.offer().isEmpty()) {
      leg.refuse(488, "Not Acceptable Here");
    } else if (headers.containsKey("x-hush-outcome") && conduct.has(Fault.AGENT_REFUSES_RETURN)) {
      story.tell("does not take the caller back");
      leg.refuse(480, "Temporarily Unavailable");
    } else {
      watch.change(() -> calls.add(call));
      leg.ring();
      if (!conduct.has(Fault.AGENT_NEVER_ANSWERS)) {
        call.answer(invited.offer().get());
      }
    }
    return call;
  }

  private Reply event(Request request) {
    if (!secrets.eventsKey().equals(request.header("X-Api-Key"))) {
      return Reply.error(401, "unknown key");
    }
    if (!"payload".equals(request.query().get("event_id_location"))
        || !secrets.accountId().equals(request.query().get("account_id"))
        || !secrets.projectId().equals(request.query().get("project_id"))) {
      return Reply.error(400, "unknown event id location, account or project");
    }
    try {
      JsonNode payload = Http.JSON.readTree(request.body());
      String id = payload.path(request.query().getOrDefault("event_id_path", "")).asString("");
      if (!eventIds.contains(id)) {
        return Reply.error(400, "unknown event id");
      }
      story.tell("is told by External Event: " + payload.path("state").asString(""));
      watch.change(() -> events.add(request.body()));
      return Reply.json(201, Map.of("status", "accepted"));
    } catch (JacksonException unreadable) {
      return Reply.error(400, "unreadable payload");
    }
  }

  @Override
  public Watch watch() {
    return watch;
  }

  @Override
  public Conduct conduct() {
    return conduct;
  }

  @Override
  public Story story() {
    return story;
  }

  @Override
  public void outcome(String header) {
    story.tell("is told by SIP: " + header.split(";")[0]);
    watch.change(() -> outcomes.add(header));
  }

  @Override
  public Phrase phraseOnReturn() {
    String last = watch.read(() -> outcomes.isEmpty() ? "" : outcomes.getLast());
    return switch (last.split(";")[0].strip()) {
      case "paid" -> Phrase.AGENT_PAID;
      case "declined" -> Phrase.AGENT_DECLINED;
      default -> Phrase.AGENT_NOT_PAID;
    };
  }

  @Override
  public void answered(AgentCall call) {
    onAnswered.accept(call);
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
    return asksFor(latestCall(), amount, currency, reference);
  }

  Answer asksFor(AgentCall call, long amount, String currency, String reference) {
    String eventId = "evt-" + (eventIds.size() + 1) + "-" + call.id();
    eventIds.add(eventId);
    call.says(Phrase.AGENT_ASKS_TO_PAY);
    return ask(
        call,
        Http.JSON.writeValueAsString(
            Map.of(
                "amount", amount,
                "currency", currency,
                "reference", reference,
                "flow", "default",
                "externalEvent", eventId)));
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
    return watch.read(() -> List.copyOf(outcomes));
  }

  /// Waits for an External Event beyond those awaited before.
  ///
  /// @return its JSON
  public String awaitEvent(Duration limit) {
    int place = eventsAwaited.getAndIncrement();
    watch.await("an External Event comes", limit, () -> events.size() > place);
    return watch.read(() -> events.get(place));
  }

  /// Bodies of all External Events, in order.
  public List<String> events() {
    return watch.read(() -> List.copyOf(events));
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
    http.close();
    api.close();
    phones.close();
  }
}
