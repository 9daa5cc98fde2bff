package io.hushbridge.control.http;

import static io.hushbridge.control.http.BadAskTest.assertProblem;
import static io.hushbridge.control.http.TestBridge.askFor;
import static io.hushbridge.control.http.TestBridge.json;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushbridge.control.payment.FarPciPal;
import io.hushbridge.control.payment.RehearsedCalls;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class DoorTest {
  private TestBridge bridge;

  @BeforeEach
  void open() throws Exception {
    bridge = new TestBridge();
  }

  @AfterEach
  void close() {
    bridge.close();
  }

  private HttpResponse<String> as(String key, HttpRequest.Builder request) {
    return bridge.send(request.setHeader("Authorization", "Bearer " + key));
  }

  @Test
  void aMissingOrWrongKeyIsRefused() {
    for (String value : new String[] {"Bearer wrong", "Bearer ", "Basic YTpi", "agent-key"}) {
      HttpResponse<String> answer =
          bridge.send(bridge.api("/v1/calls").setHeader("Authorization", value));
      assertProblem(answer, 401, "unauthenticated", "Authorization: Bearer");
      assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }
    assertProblem(
        bridge.send(HttpRequest.newBuilder(bridge.url("/v1/nothing"))),
        401,
        "unauthenticated",
        "http.keys");
  }

  @Test
  void withoutKeysNothingOfTheApiIsServed() throws Exception {
    try (TestBridge keyless = new TestBridge(List.of())) {
      assertThat(keyless.get("/v1/calls").statusCode()).isEqualTo(401);
      assertThat(keyless.ask(askFor("R")).statusCode()).isEqualTo(401);
      assertThat(keyless.get("/healthz").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void eachRoleMayDoItsOwn() {
    assertThat(as(TestBridge.ASSESSOR, bridge.api("/v1/calls")).statusCode()).isEqualTo(200);
    assertProblem(
        as(TestBridge.ASSESSOR, bridge.post("/v1/calls/c-1/payments", askFor("R"))),
        403,
        "forbidden",
        "role assessor");
    assertProblem(
        as(TestBridge.AGENT, bridge.post("/v1/calls/c-1/hangup", "")), 403, "forbidden", "agent");
    assertThat(as(TestBridge.OPERATOR, bridge.post("/v1/calls/c-1/hangup", "")).statusCode())
        .isEqualTo(202);
    RehearsedCalls.await(() -> bridge.calls.switchboard.calls().isEmpty());
  }

  @Test
  void aCallCanBeRead() {
    JsonNode call = json(bridge.get("/v1/calls")).path("calls").path(0);
    assertThat(call.path("id").asString()).isEqualTo("c-1");
    assertThat(call.path("scene").asString()).isEqualTo("talking");
    assertThat(call.path("payment").isNull()).isTrue();
    assertThat(call.path("begun").asString()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
    assertThat(json(bridge.get("/v1/calls/c-1"))).isEqualTo(call);
    assertProblem(bridge.get("/v1/calls/c-2"), 404, "no-such-call", "c-2");
  }

  @Test
  void aSecondAskWhileOneRunsIsShownTheFirst() {
    String payment = bridge.paying("INV-7");

    HttpResponse<String> other = bridge.ask(askFor("INV-8"));
    assertProblem(other, 409, "busy", payment);
    assertThat(json(other).path("payment").asString()).isEqualTo("/v1/payments/" + payment);
    HttpResponse<String> same = bridge.ask(askFor("INV-7"));
    assertProblem(same, 409, "reference-taken", "is open");
    assertThat(json(same).path("payment").asString()).isEqualTo("/v1/payments/" + payment);

    bridge.callback(TestBridge.paid("INV-7"));
    assertThat(bridge.state(payment)).isEqualTo("paid");
    bridge.awaitScene("talking");
    assertProblem(bridge.ask(askFor("INV-7")), 409, "reference-taken", "is paid");
    assertThat(bridge.ask(askFor("INV-8")).statusCode()).as("no trace of it").isEqualTo(202);
  }

  @Test
  void aPaymentCanBeCancelled() {
    String payment = bridge.paying("INV-7");

    assertThat(bridge.send(bridge.post("/v1/payments/" + payment + "/cancel", "")).statusCode())
        .isEqualTo(202);

    assertThat(bridge.state(payment)).isIn("unknown", "cancelled");
    bridge.awaitScene("talking");
    assertProblem(
        bridge.send(bridge.post("/v1/payments/" + payment + "/cancel", "")),
        409,
        "not-cancellable",
        payment);
  }

  @Test
  void aSessionThatIsNotOpenedEndsThePaymentAndTheTalkGoesOn() {
    bridge.pciPal.launchWay = exchange -> FarPciPal.answer(exchange, 500, "");
    String payment = json(bridge.ask(askFor("INV-7"))).path("id").asString();

    JsonNode view = json(bridge.get("/v1/payments/" + payment + "?wait=10s"));
    assertThat(view.path("state").asString()).isEqualTo("refused");
    assertThat(view.path("why").asString()).isEqualTo("launch: status 500");
    assertThat(bridge.calls.scene("c-1")).isEqualTo("talking");
  }

  @Test
  void readinessIsWhatTheBridgeSays() {
    assertThat(bridge.get("/readyz").statusCode()).isEqualTo(200);
    bridge.ready = false;
    assertThat(bridge.get("/readyz").statusCode()).isEqualTo(503);
    assertThat(bridge.get("/healthz").statusCode()).isEqualTo(200);
    assertThat(bridge.get("/metrics").body()).contains("hushbridge_payments_open 0.0");
  }

  @Test
  void whatNoRouteSeesIsRefusedWithoutAWordAboutTheServer() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", bridge.door.port())) {
      String request = "GET / HTTP/1.1\r\nHost: x\r\nX-Big: " + "a".repeat(20_000) + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);

      assertThat(answer).startsWith("HTTP/1.1 431").contains("urn:hushbridge:problem:unserved");
      assertThat(answer).doesNotContainIgnoringCase("jetty");
    }
  }

  @Test
  void theDescriptionHasEveryRouteAndNoOther() {
    JsonNode described = new YAMLMapper().readTree(bridge.get("/openapi.yaml").body());
    Set<String> routes =
        described.path("paths").properties().stream()
            .flatMap(
                path ->
                    path.getValue().propertyNames().stream()
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(bridge.door.routes()).containsExactlyElementsOf(routes);
  }

  @Test
  void closingLeavesNoThread() throws Exception {
    Set<Long> before = threads().keySet();
    TestBridge another = new TestBridge();
    another.get("/healthz");
    another.close();

    RehearsedCalls.await(
        () -> {
          Map<Long, String> left = threads();
          left.keySet().removeAll(before);
          left.values().removeIf(name -> name.startsWith("ForkJoin") || name.contains("Unparker"));
          return left.isEmpty();
        });
  }

  @Test
  void aTakenCallbackPortLeavesNoApiBehind() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    HttpSettings clash =
        new HttpSettings(
            "127.0.0.1", free, List.of(), 4096, "127.0.0.1", bridge.door.callbackPort());

    assertThatThrownBy(
            () ->
                new HttpDoor(
                    clash,
                    bridge.desk,
                    bridge.calls.switchboard,
                    () -> true,
                    InstantSource.system(),
                    bridge.meters))
        .hasMessageContaining("Port already in use");

    assertThatThrownBy(() -> new Socket("127.0.0.1", free).close())
        .isInstanceOf(ConnectException.class);
  }

  private static Map<Long, String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .collect(Collectors.toMap(Thread::threadId, Thread::getName));
  }
}
