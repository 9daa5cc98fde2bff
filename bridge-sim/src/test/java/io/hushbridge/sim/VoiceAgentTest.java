package io.hushbridge.sim;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushbridge.sim.phone.Flow;
import io.hushbridge.sim.phone.Listener;
import io.hushbridge.sim.phone.Phone;
import io.hushbridge.sim.phone.Sdp;
import io.hushbridge.sip.Dial;
import io.hushbridge.sip.Leg;
import io.hushbridge.sip.SipBody;
import io.hushbridge.sip.SipEndpoint;
import io.hushbridge.sip.SipEvent;
import io.hushbridge.sip.SipSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The voice agent from the bridge's side.
class VoiceAgentTest {
  private static final Duration PATIENCE = ofSeconds(10);
  private static final long SEED = 11;

  private final Secrets secrets = Secrets.rehearsed();
  private final Phones phones = new Phones("127.0.0.1", SEED, 0);
  private final Phone phone = phones.open(Listener.NONE);
  private final BridgeLeg events = new BridgeLeg();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, String> authorised =
      Map.of("X-PolyAi-Auth-Token", secrets.authToken(), "X-Hush-Call", "c-1");
  private Places places;
  private @Nullable Http bridge;
  private @Nullable SipEndpoint sip;
  private @Nullable VoiceAgent opened;
  private int version;

  @BeforeEach
  void choosePorts() throws Exception {
    places = FreePorts.places();
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable door : Arrays.asList(sip, opened, bridge, phones, client)) {
      if (door != null) {
        door.close();
      }
    }
  }

  @Test
  void aCallWithoutTheTokenIsForbidden() throws Exception {
    behave();
    dial(Map.of("X-Hush-Call", "c-1"));
    assertThat(events.next(SipEvent.Refused.class).status()).isEqualTo(403);
  }

  @Test
  void aCallIsAnsweredAndGreeted() throws Exception {
    behave();
    answered();
    assertThat(agent().awaitCall(PATIENCE)).isEqualTo("c-1");
  }

  @Test
  void aHeldAgentSaysNothingUntilItHasTheCallerBack() throws Exception {
    behave();
    Leg leg = answered();
    leg.reoffer(offer(Flow.SENDONLY), Map.of());
    assertThat(answeredFlow()).isEqualTo(Flow.RECVONLY);
    agent().awaitHeld(PATIENCE);
    leg.reoffer(offer(Flow.SENDRECV), Map.of("X-Hush-Outcome", "paid; payment=p-1"));
    assertThat(answeredFlow()).isEqualTo(Flow.SENDRECV);
    agent().awaitReturn(PATIENCE);
    assertThat(agent().outcomes()).containsExactly("paid; payment=p-1");
  }

  @Test
  void anAgentMayRefuseToBeHeldAndIsReturnedToAllTheSame() throws Exception {
    behave(Fault.AGENT_REFUSES_HOLD);
    Leg leg = answered();
    leg.reoffer(offer(Flow.SENDONLY), Map.of());
    assertThat(events.next(SipEvent.ReofferRefused.class).status()).isEqualTo(488);
    leg.reoffer(offer(Flow.SENDRECV), Map.of("X-Hush-Outcome", "declined; payment=p-1"));
    agent().awaitReturn(PATIENCE);
  }

  @Test
  void anAgentMayLeaveAndRefuseToTakeTheCallerBack() throws Exception {
    behave(Fault.AGENT_LEAVES_WHEN_HELD, Fault.AGENT_REFUSES_RETURN);
    answered().reoffer(offer(Flow.SENDONLY), Map.of());
    assertThat(events.next(SipEvent.Ended.class).by()).isEqualTo(SipEvent.By.PEER);
    Map<String, String> again = new HashMap<>(authorised);
    again.put("X-Hush-Outcome", "paid; payment=p-1");
    dial(again);
    assertThat(events.next(SipEvent.Refused.class).status()).isEqualTo(480);
  }

  @Test
  void aPaymentIsAskedForAndItsResultTakenByExternalEvent() throws Exception {
    behave();
    var asked = new LinkedBlockingQueue<Http.Request>();
    bridge =
        Http.open(
            places.host(),
            places.bridgeHttp(),
            Map.of(
                "/v1/calls/c-1/payments",
                request -> {
                  asked.add(request);
                  return Http.Reply.json(202, Map.of("id", "p-1"));
                }));
    answered();
    agent().awaitCall(PATIENCE);
    assertThat(agent().asksFor(5000, "USD", "INV-7").status()).isEqualTo(202);
    Http.Request request = asked.take();
    assertThat(request.header("Authorization")).isEqualTo("Bearer " + secrets.agentKey());
    String eventId = Http.JSON.readTree(request.body()).path("externalEvent").asString();
    assertThat(posts(eventId, secrets.eventsKey())).isEqualTo(201);
    assertThat(agent().awaitEvent(PATIENCE)).contains("\"paid\"");
    assertThat(posts("evt-of-nobody", secrets.eventsKey())).isEqualTo(400);
    assertThat(posts(eventId, "wrong")).isEqualTo(401);
  }

  private void behave(Fault... faults) throws Exception {
    var desk = new AgentDesk(Conduct.orderly(SEED).with(faults), new Story("agent", moment -> {}));
    VoiceAgent agent = new VoiceAgent(places, secrets, phones, desk);
    opened = agent;
    sip =
        SipEndpoint.open(
            new SipSettings(
                List.of(
                    new SipSettings.Listener("bridge", places.host(), 0),
                    new SipSettings.Listener("agent", places.host(), places.agent())),
                "Test",
                new Random(SEED)),
            agent::invited);
  }

  private VoiceAgent agent() {
    if (opened == null) {
      throw new IllegalStateException("nobody was told how to behave");
    }
    return opened;
  }

  private Leg dial(Map<String, String> headers) {
    if (sip == null) {
      throw new IllegalStateException("nobody was told how to behave");
    }
    return sip.dial(
        new Dial(
            "bridge",
            places.agentTarget(),
            "caller",
            offer(Flow.SENDRECV),
            headers,
            "",
            Optional.empty(),
            PATIENCE),
        events);
  }

  private Leg answered() throws Exception {
    Leg leg = dial(authorised);
    events.next(SipEvent.Answered.class);
    return leg;
  }

  private SipBody offer(Flow flow) {
    version++;
    return SipBody.sdp(Sdp.offer(phone.local(), flow).text(version));
  }

  private Flow answeredFlow() throws Exception {
    return Sdp.read(events.next(SipEvent.ReofferAccepted.class).answer().content()).first().flow();
  }

  private int posts(String eventId, String key) throws Exception {
    String query =
        "?event_id_location=payload&event_id_path=event_id&account_id=%s&project_id=%s"
            .formatted(secrets.accountId(), secrets.projectId());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(places.externalEventsUrl() + query))
            .header("X-Api-Key", key)
            .POST(
                BodyPublishers.ofString(
                    "{\"event_id\":\"%s\",\"state\":\"paid\"}".formatted(eventId)))
            .build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }
}
