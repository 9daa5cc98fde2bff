package io.hushbridge.control.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hushbridge.control.call.Secret;
import io.hushbridge.control.payment.FarPciPal;
import io.hushbridge.control.payment.PaymentDesk;
import io.hushbridge.control.payment.PciPal;
import io.hushbridge.control.payment.PciPalFlow;
import io.hushbridge.control.payment.RehearsedCalls;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The HTTP side of a bridge on loopback, with one talking call `c-1` and PCI Pal at the far end.
final class TestBridge implements AutoCloseable {
  static final String CALL = "c-1";
  static final String AGENT = "agent-key";
  static final String OPERATOR = "operator-key";
  static final String ASSESSOR = "assessor-key";

  final FarPciPal pciPal = new FarPciPal();
  final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  final RehearsedCalls calls = new RehearsedCalls(Duration.ofMillis(20));
  final PaymentDesk desk;
  final HttpDoor door;
  volatile boolean ready = true;
  private final PciPal sessions;
  private final HttpClient client = HttpClient.newHttpClient();

  TestBridge() throws IOException {
    this(
        List.of(
            key("polyai", ApiKey.Role.AGENT, AGENT),
            key("desk", ApiKey.Role.OPERATOR, OPERATOR),
            key("qsa", ApiKey.Role.ASSESSOR, ASSESSOR)));
  }

  TestBridge(List<ApiKey> keys) throws IOException {
    sessions =
        new PciPal(
            Map.of("default", pciPal.flow(), "bare", bare(pciPal.flow())),
            URI.create("http://callbacks.example"),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            InstantSource.system(),
            meters);
    desk =
        new PaymentDesk(
            sessions,
            calls.switchboard,
            calls::journal,
            calls::agents,
            InstantSource.system(),
            new SecureRandom(),
            meters);
    door =
        new HttpDoor(
            new HttpSettings("127.0.0.1", 0, keys, 4096, "127.0.0.1", 0),
            desk,
            calls.switchboard,
            () -> ready,
            InstantSource.system(),
            meters);
    calls.begin(CALL, desk::forCall);
  }

  private static ApiKey key(String name, ApiKey.Role role, String key) {
    return new ApiKey(name, role, new Secret<>(key));
  }

  private static PciPalFlow bare(PciPalFlow flow) {
    return new PciPalFlow(
        flow.tenantName(),
        flow.username(),
        "",
        new Secret<>(""),
        flow.authEndpoint(),
        flow.sessionEndpoint(),
        flow.flowId(),
        flow.line(),
        flow.linkBy(),
        flow.linkHeader(),
        flow.linkDelay(),
        flow.linkTone(),
        flow.linkGap(),
        flow.initialValues(),
        flow.callback(),
        flow.currencies(),
        flow.maxAmount());
  }

  HttpResponse<String> ask(String json) {
    return send(post("/v1/calls/c-1/payments", json));
  }

  static String askFor(String reference) {
    return "{\"amount\":5000,\"currency\":\"USD\",\"reference\":\"%s\"}".formatted(reference);
  }

  /// A payment of 50.00 USD that is at the line.
  String paying(String reference) {
    String id = json(ask(askFor(reference))).path("id").asString();
    awaitScene("paying");
    return id;
  }

  void awaitScene(String scene) {
    RehearsedCalls.await(() -> calls.scene(CALL).equals(scene));
  }

  HttpRequest.Builder post(String path, String json) {
    return api(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
  }

  HttpRequest.Builder api(String path) {
    return HttpRequest.newBuilder(url(path)).header("Authorization", "Bearer " + AGENT);
  }

  URI url(String path) {
    return URI.create("http://127.0.0.1:" + door.port() + path);
  }

  HttpResponse<String> get(String path) {
    return send(api(path));
  }

  /// PCI Pal's callback for the session opened last.
  HttpResponse<String> callback(Map<String, String> form) {
    return callback(pciPal.callbackUrl().getPath(), form);
  }

  HttpResponse<String> callback(String path, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(callbackUrl(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /// What PCI Pal says of a payment of 50.00 USD that went through.
  static Map<String, String> paid(String reference) {
    return form(reference, "SUCCESS");
  }

  static Map<String, String> form(String reference, String result) {
    return Map.of(
        "orderReference", reference,
        "orderAmount", "5000",
        "orderCurrency", "USD",
        "transactionResult", result,
        "transactionAuthCode", "A1B2C3",
        "transactionID", "tx-1",
        "cardLast4", "4242",
        "cardExpiry", "1230",
        "customData2", "Visa");
  }

  static Map<String, String> with(Map<String, String> form, String field, String value) {
    Map<String, String> changed = new HashMap<>(form);
    changed.put(field, value);
    return changed;
  }

  /// How the payment stands once it is no longer open.
  String state(String payment) {
    return json(get("/v1/payments/" + payment + "?wait=10s")).path("state").asString();
  }

  URI callbackUrl(String path) {
    return URI.create("http://127.0.0.1:" + door.callbackPort() + path);
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new AssertionError("no answer", failed);
    } catch (InterruptedException stopped) {
      throw new AssertionError("stopped", stopped);
    }
  }

  static JsonNode json(HttpResponse<String> response) {
    return JsonMapper.shared().readTree(response.body());
  }

  @Override
  public void close() {
    door.close();
    calls.close();
    sessions.close();
    pciPal.close();
    client.close();
  }
}
