package io.hushbridge.control.http;

import static io.hushbridge.control.http.BadAskTest.assertProblem;
import static io.hushbridge.control.http.TestBridge.askFor;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OnceTest {
  private TestBridge bridge;

  @BeforeEach
  void open() throws Exception {
    bridge = new TestBridge();
  }

  @AfterEach
  void close() {
    bridge.close();
  }

  private HttpResponse<String> ask(String apiKey, String key, String body) {
    return bridge.send(
        bridge
            .post("/v1/calls/c-1/payments", body)
            .setHeader("Authorization", "Bearer " + apiKey)
            .header("Idempotency-Key", key));
  }

  @Test
  void theSameRequestIsAnsweredAsTheFirstTime() {
    HttpResponse<String> first = ask(TestBridge.AGENT, "k-1", askFor("INV-7"));
    HttpResponse<String> again = ask(TestBridge.AGENT, "k-1", askFor("INV-7"));

    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"));
  }

  @Test
  void manyAtOnceBeginOnePayment() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> answers =
          IntStream.range(0, 10)
              .mapToObj(_ -> threads.submit(() -> ask(TestBridge.AGENT, "k-1", askFor("R")).body()))
              .toList();
      String first = answers.getFirst().get();
      for (Future<String> answer : answers) {
        assertThat(answer.get()).isEqualTo(first).contains("\"state\":\"open\"");
      }
    }
  }

  @Test
  void anotherRequestMayNotUseTheKey() {
    ask(TestBridge.AGENT, "k-1", askFor("INV-7"));

    assertProblem(
        ask(TestBridge.AGENT, "k-1", askFor("INV-8")), 422, "idempotency-key-reused", "new key");
  }

  @Test
  void aKeyIsItsHoldersOwn() {
    ask(TestBridge.AGENT, "k-1", askFor("INV-7"));

    assertThat(ask(TestBridge.OPERATOR, "k-1", askFor("INV-7")).statusCode()).isEqualTo(409);
  }

  @Test
  void whatWasRefusedMayBeTriedAgain() {
    assertThat(ask(TestBridge.AGENT, "k-1", askFor("")).statusCode()).isEqualTo(422);

    assertThat(ask(TestBridge.AGENT, "k-1", askFor("INV-7")).statusCode()).isEqualTo(202);
  }

  @Test
  void aKeyHasABound() {
    assertProblem(
        ask(TestBridge.AGENT, "k".repeat(256), askFor("R")), 400, "bad-idempotency-key", "255");
  }
}
