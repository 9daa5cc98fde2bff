package io.hushbridge.control.payment;

import static io.hushbridge.control.payment.FarPciPal.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushbridge.control.call.Ask;
import io.hushbridge.control.call.PaymentId;
import io.hushbridge.control.call.Secret;
import io.hushbridge.control.call.Session;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PciPalTest {
  private static final Duration AMPLE = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(300);

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private FarPciPal far;
  private PciPal pciPal;

  @BeforeEach
  void open() throws Exception {
    far = new FarPciPal();
    pciPal = client(far.flow(), AMPLE);
  }

  @AfterEach
  void close() {
    pciPal.close();
    far.close();
  }

  private PciPal client(PciPalFlow flow, Duration limit) {
    return new PciPal(
        Map.of("default", flow),
        URI.create("https://pay.example/"),
        limit,
        limit,
        now::get,
        new SimpleMeterRegistry());
  }

  private Launch launch() {
    return pciPal.open(payment("INV {callback} 7"), "/callbacks/xyz");
  }

  private static Payment payment(String reference) {
    Ask ask = new Ask(5005, "USD", reference, "default", Optional.empty());
    return new Payment(new PaymentId("p-1"), "c-1", ask, Optional.empty());
  }

  private static String why(Launch launch) {
    return switch (launch) {
      case Launch.Opened _ -> "opened";
      case Launch.Refused(String why) -> why;
    };
  }

  @Test
  void aSessionIsLaunchedWithTheFlowsOwnValues() {
    assertThat(launch())
        .isEqualTo(
            new Launch.Opened(
                new Session(
                    new PaymentId("p-1"),
                    "sip:secure@127.0.0.1:5080",
                    new Session.Link.ByKeys(
                        new Secret<>("3097"),
                        Duration.ofMillis(300),
                        Duration.ofMillis(100),
                        Duration.ofMillis(60)))));
    assertThat(far.lastTokenForm())
        .isEqualTo(
            Map.of(
                "grant_type", "client_credentials",
                "tenantname", "acme",
                "username", "APIUser",
                "client_id", "client-7",
                "client_secret", "s3cret&="));
    JsonNode launched = far.launches().getLast();
    assertThat(launched.path("FlowId").isInt()).isTrue();
    JsonNode values = launched.path("InitialValues");
    assertThat(values.path("orderId").asString()).isEqualTo("INV {callback} 7");
    assertThat(values.path("amount").asString()).isEqualTo("5005");
    assertThat(values.path("total").asString()).isEqualTo("50.05");
    assertThat(values.path("currencyCode").asString()).isEqualTo("USD");
    assertThat(values.path("callbackURL").asString())
        .isEqualTo("https://pay.example/callbacks/xyz");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"id\":1,\"linkId\":3097}", "{\"LINKID\":\"3097\"}", "{\"LinkId\":\"3097\"}"})
  void theLinkIdIsReadInEitherCaseAndKind(String reply) {
    far.launchWay = exchange -> answer(exchange, 200, reply);

    assertThat(launch()).isInstanceOf(Launch.Opened.class);
  }

  @Test
  void aLinkIdThatCannotBeKeyedIsNotUsed() {
    far.launchWay = exchange -> answer(exchange, 200, "{\"LinkId\":\"30x7\"}");

    assertThat(why(launch())).isEqualTo("launch: no usable LinkId");
  }

  @Test
  void aLinkIdCannotSmuggleAHeader() {
    pciPal.close();
    pciPal = client(far.flow(PciPalFlow.LinkBy.HEADER), AMPLE);
    far.launchWay = exchange -> answer(exchange, 200, "{\"LinkId\":\"1\\r\\nX-Evil: 1\"}");

    assertThat(why(launch())).isEqualTo("launch: no usable LinkId");
  }

  @Test
  void aTokenIsKeptUntilShortlyBeforeItEnds() {
    launch();
    now.set(Instant.EPOCH.plusSeconds(230));
    launch();
    assertThat(far.tokensAsked()).isEqualTo(1);

    now.set(Instant.EPOCH.plusSeconds(240));
    launch();
    assertThat(far.tokensAsked()).isEqualTo(2);
  }

  @Test
  void theLifeOfATokenMayComeAsText() {
    far.tokenWay = exchange -> answer(exchange, 200, far.token("\"10\""));
    launch();
    now.set(Instant.EPOCH.plusSeconds(9));
    launch();

    assertThat(far.tokensAsked()).isEqualTo(2);
  }

  @Test
  void manyAtOnceFetchOneToken() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Launch>> launches =
          IntStream.range(0, 20).mapToObj(_ -> threads.submit(this::launch)).toList();
      for (Future<Launch> launch : launches) {
        assertThat(launch.get()).isInstanceOf(Launch.Opened.class);
      }
    }
    assertThat(far.tokensAsked()).isEqualTo(1);
  }

  @Test
  void aTokenThatIsNotAcceptedIsReplacedOnce() {
    launch();
    far.launchWay =
        exchange -> {
          String bearer = exchange.getRequestHeaders().getFirst("Authorization");
          boolean fresh = bearer.equals("Bearer t-2");
          answer(exchange, fresh ? 200 : 401, fresh ? "{\"LinkId\":\"3097\"}" : "");
        };

    assertThat(launch()).isInstanceOf(Launch.Opened.class);
    assertThat(far.tokensAsked()).isEqualTo(2);
  }

  @Test
  void aTokenThatIsNeverAcceptedIsGivenUp() {
    far.launchWay = exchange -> answer(exchange, 401, "");

    assertThat(why(launch())).isEqualTo("launch: status 401");
    assertThat(far.launches()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "400, '{\"error\":\"invalid_client_key\"}', token: status 400",
    "500, '', token: status 500",
    "302, '', token: status 302",
    "200, '<html>', token: unreadable answer",
    "200, '{}', token: unreadable answer",
    "200, '[]', token: unreadable answer"
  })
  void aTokenThatIsNotGivenIsARefusalThatQuotesNothing(int status, String body, String why) {
    far.tokenWay = exchange -> answer(exchange, status, body);

    assertThat(why(launch())).isEqualTo(why);
  }

  @ParameterizedTest
  @CsvSource({
    "400, 'flow identifier not found', launch: status 400",
    "503, '', launch: status 503",
    "200, 'garbage', launch: unreadable answer",
    "200, '{\"Id\":\"1\"}', launch: no usable LinkId",
    "200, '[3097]', launch: no usable LinkId"
  })
  void aLaunchThatFailsIsARefusalThatQuotesNothing(int status, String body, String why) {
    far.launchWay = exchange -> answer(exchange, status, body);

    assertThat(why(launch())).isEqualTo(why);
  }

  @Test
  void anAnswerWithoutEndIsCut() {
    far.launchWay = exchange -> answer(exchange, 200, "[" + " ".repeat(1 << 20));

    assertThat(why(launch())).isEqualTo("launch: cannot be reached");
  }

  @Test
  void aHungFarEndIsLeftAtTheLimit() {
    launch();
    pciPal.close();
    pciPal = client(far.flow(), SHORT);
    for (FarPciPal.Way hung : List.<FarPciPal.Way>of(far::hang, far::hangAfterHeaders)) {
      far.launchWay = hung;
      far.tokenWay = exchange -> answer(exchange, 200, far.token("299"));
      assertThat(why(timed())).isEqualTo("launch: no answer in time");

      far.tokenWay = hung;
      now.updateAndGet(before -> before.plusSeconds(1000));
      assertThat(why(timed())).isEqualTo("token: no answer in time");
    }
  }

  private Launch timed() {
    long before = System.nanoTime();
    Launch launch = launch();
    assertThat(Duration.ofNanos(System.nanoTime() - before))
        .isBetween(SHORT, SHORT.multipliedBy(8));
    return launch;
  }

  @Test
  void aFarEndThatIsNotThereIsARefusal() {
    far.close();

    assertThat(why(launch())).isEqualTo("token: cannot be reached");
  }

  @Test
  void nothingSecretIsPrinted() {
    Set<Object> printable = new HashSet<>(List.of(far.flow(), launch()));

    assertThat(printable.toString()).doesNotContain("s3cret").doesNotContain("3097");
  }

  @Test
  void aFlowThatCannotWorkIsToldOfAtTheStart() {
    assertThatThrownBy(() -> broken(Map.of("orderId", "{refrence}"), "hmcts"))
        .hasMessage(
            "initialValues.orderId: nothing is called {refrence}; there is"
                + " [amount, callback, currency, decimal, reference]");
    assertThatThrownBy(() -> broken(Map.of(), "hmct"))
        .hasMessage("callback: no shape is called \"hmct\"; there is: hmcts");
  }

  private PciPalFlow broken(Map<String, String> initialValues, String callback) {
    PciPalFlow flow = far.flow();
    return new PciPalFlow(
        flow.tenantName(),
        flow.username(),
        flow.clientId(),
        flow.clientSecret(),
        flow.authEndpoint(),
        flow.sessionEndpoint(),
        flow.flowId(),
        flow.line(),
        flow.linkBy(),
        flow.linkHeader(),
        flow.linkDelay(),
        flow.linkTone(),
        flow.linkGap(),
        initialValues,
        callback,
        flow.currencies(),
        flow.maxAmount());
  }
}
