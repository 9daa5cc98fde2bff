package io.hushbridge.control.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hushbridge.control.call.Ask;
import io.hushbridge.control.call.PaymentId;
import io.hushbridge.control.call.Receipt;
import io.hushbridge.control.call.Secret;
import io.hushbridge.control.call.TripOutcome;
import io.hushbridge.control.payment.RehearsedCalls;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExternalEventsTest {
  private record Heard(String query, String key, JsonNode body) {}

  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final Queue<Integer> statuses = new ArrayDeque<>();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private HttpServer polyAi;
  private ExternalEvents events;

  @BeforeEach
  void open() throws IOException {
    polyAi = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    polyAi.createContext("/webhook", this::hear);
    polyAi.start();
    events = events("http://127.0.0.1:" + polyAi.getAddress().getPort() + "/webhook");
  }

  @AfterEach
  void close() {
    events.close();
    polyAi.stop(0);
  }

  private void hear(HttpExchange exchange) throws IOException {
    heard.add(
        new Heard(
            exchange.getRequestURI().getQuery(),
            exchange.getRequestHeaders().getFirst("X-Api-Key"),
            JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes())));
    Integer status = statuses.poll();
    exchange.sendResponseHeaders(status == null ? 201 : status, -1);
    exchange.close();
  }

  private ExternalEvents events(String url) {
    Secret<String> none = new Secret<>("");
    return new ExternalEvents(
        new AgentSettings(
            "sip:agent@127.0.0.1",
            none,
            AgentSettings.Hold.REINVITE,
            "",
            "",
            none,
            url,
            new Secret<>("api-key"),
            "acc 1",
            "proj"),
        Duration.ofMillis(1),
        meters);
  }

  private void tell(ExternalEvents by, Optional<String> event) {
    Ask ask = new Ask(5000, "USD", "INV-7", "default", event.map(Secret::new));
    by.forCall("c-1")
        .tell(new PaymentId("p-1"), ask, new TripOutcome.Paid(new Receipt("Visa", "4242", "A1")));
  }

  private boolean counted(String result) {
    return meters.counter("hushbridge.external.events", "result", result).count() == 1;
  }

  @Test
  void theResultGoesToTheEventThatTheAskNamed() {
    tell(events, Optional.of("evt-1"));
    RehearsedCalls.await(() -> counted("accepted"));

    assertThat(heard).hasSize(1);
    assertThat(heard.getFirst().query())
        .isEqualTo(
            "event_id_location=payload&event_id_path=event_id&account_id=acc+1&project_id=proj");
    assertThat(heard.getFirst().key()).isEqualTo("api-key");
    JsonNode body = heard.getFirst().body();
    assertThat(body.path("event_id").asString()).isEqualTo("evt-1");
    assertThat(body.path("id").asString()).isEqualTo("p-1");
    assertThat(body.path("call").asString()).isEqualTo("c-1");
    assertThat(body.path("state").asString()).isEqualTo("paid");
    assertThat(body.path("lastFour").asString()).isEqualTo("4242");
  }

  @Test
  void aFarEndThatFailsIsTriedThreeTimes() {
    statuses.addAll(List.of(500, 503));
    tell(events, Optional.of("evt-1"));
    RehearsedCalls.await(() -> counted("accepted"));
    assertThat(heard).hasSize(3);

    statuses.addAll(List.of(500, 500, 500));
    tell(events, Optional.of("evt-2"));
    RehearsedCalls.await(() -> counted("failed"));
    assertThat(heard).hasSize(6);
  }

  @Test
  void aRefusalIsNotRepeated() {
    statuses.add(400);
    tell(events, Optional.of("evt-1"));
    RehearsedCalls.await(() -> counted("refused"));

    assertThat(heard).hasSize(1);
  }

  @Test
  void withoutAnEventOrAWebhookNothingIsSent() {
    tell(events, Optional.empty());
    try (ExternalEvents none = events("")) {
      tell(none, Optional.of("evt-1"));
    }
    events.close();

    assertThat(heard).isEmpty();
  }

  @Test
  void tellingAfterTheCloseHarmsNobody() {
    events.close();
    tell(events, Optional.of("evt-1"));

    assertThat(heard).isEmpty();
  }
}
