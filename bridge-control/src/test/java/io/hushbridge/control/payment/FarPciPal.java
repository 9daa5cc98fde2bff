package io.hushbridge.control.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hushbridge.control.call.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// PCI Pal's token and launch on loopback; misbehaves on order.
public final class FarPciPal implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch released = new CountDownLatch(1);
  private final AtomicInteger tokens = new AtomicInteger();
  private final List<Map<String, String>> tokenForms = new CopyOnWriteArrayList<>();
  private final List<JsonNode> launches = new CopyOnWriteArrayList<>();
  public volatile Way tokenWay = exchange -> answer(exchange, 200, token("299"));
  public volatile Way launchWay =
      exchange -> answer(exchange, 200, "{\"Id\":\"s-1\",\"LinkId\":\"3097\"}");

  /// How it answers.
  @FunctionalInterface
  public interface Way {
    void answer(HttpExchange exchange) throws IOException;
  }

  public FarPciPal() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/token", this::token);
    server.createContext("/launch", this::launch);
    server.start();
  }

  private void token(HttpExchange exchange) throws IOException {
    tokens.incrementAndGet();
    Map<String, String> form = new HashMap<>();
    for (String pair : new String(exchange.getRequestBody().readAllBytes(), UTF_8).split("&")) {
      String[] field = pair.split("=", 2);
      form.put(field[0], URLDecoder.decode(field[1], UTF_8));
    }
    tokenForms.add(form);
    tokenWay.answer(exchange);
  }

  private void launch(HttpExchange exchange) throws IOException {
    launches.add(JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes()));
    launchWay.answer(exchange);
  }

  public String token(String expiresIn) {
    return "{\"access_token\":\"t-%d\",\"token_type\":\"bearer\",\"expires_in\":%s}"
        .formatted(tokens.get(), expiresIn);
  }

  public static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /// Says nothing until the far end is closed.
  public void hang(HttpExchange exchange) throws IOException {
    try {
      released.await();
      exchange.close();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  /// Sends the headers, and then the body never.
  public void hangAfterHeaders(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 1000);
    exchange.getResponseBody().write('{');
    exchange.getResponseBody().flush();
    hang(exchange);
  }

  public int tokensAsked() {
    return tokens.get();
  }

  public Map<String, String> lastTokenForm() {
    return tokenForms.getLast();
  }

  public List<JsonNode> launches() {
    return launches;
  }

  /// Where the bridge was told to be called back, last.
  public URI callbackUrl() {
    return URI.create(launches.getLast().path("InitialValues").path("callbackURL").asString());
  }

  public URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  public PciPalFlow flow() {
    return flow(PciPalFlow.LinkBy.KEYS);
  }

  public PciPalFlow flow(PciPalFlow.LinkBy linkBy) {
    return new PciPalFlow(
        "acme",
        "APIUser",
        "client-7",
        new Secret<>("s3cret&="),
        url("/token"),
        url("/launch"),
        "1",
        "sip:secure@127.0.0.1:5080",
        linkBy,
        "X-PciPal-LinkId",
        Duration.ofMillis(300),
        Duration.ofMillis(100),
        Duration.ofMillis(60),
        Map.of(
            "orderId", "{reference}",
            "amount", "{amount}",
            "total", "{decimal}",
            "currencyCode", "{currency}",
            "callbackURL", "{callback}"),
        "hmcts",
        List.of("USD", "GBP", "EUR"),
        1_000_000);
  }

  @Override
  public void close() {
    released.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
