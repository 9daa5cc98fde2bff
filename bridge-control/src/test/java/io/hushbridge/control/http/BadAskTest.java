package io.hushbridge.control.http;

import static io.hushbridge.control.http.TestBridge.askFor;
import static io.hushbridge.control.http.TestBridge.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Every bad ask gets the right status and a sentence that helps, and the call talks on.
class BadAskTest {
  private static TestBridge bridge;

  @BeforeAll
  static void open() throws Exception {
    bridge = new TestBridge();
  }

  @AfterAll
  static void close() {
    bridge.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"amount":0,"currency":"USD","reference":"R"}        | 422 | invalid-amount | 1 to 1000000
          {"amount":-5,"currency":"USD","reference":"R"}       | 422 | invalid-amount | 1 to 1000000
          {"amount":1000001,"currency":"USD","reference":"R"}  | 422 | invalid-amount | 1 to 1000000
          {"amount":1e30,"currency":"USD","reference":"R"}     | 422 | invalid-amount | whole number
          {"amount":99999999999999999999,"currency":"USD","reference":"R"} | 422 | invalid-amount | whole
          {"amount":50.5,"currency":"USD","reference":"R"}     | 422 | invalid-amount | whole number
          {"amount":"5000","currency":"USD","reference":"R"}   | 422 | invalid-amount | whole number
          {"amount":null,"currency":"USD","reference":"R"}     | 422 | invalid-amount | whole number
          {"currency":"USD","reference":"R"}                   | 422 | invalid-amount | whole number
          {"amount":1,"currency":"XYZ","reference":"R"}        | 422 | invalid-currency | USD, GBP, EUR
          {"amount":1,"currency":"usd","reference":"R"}        | 422 | invalid-currency | USD, GBP, EUR
          {"amount":1,"currency":"CHF","reference":"R"}        | 422 | invalid-currency | USD, GBP, EUR
          {"amount":1,"currency":7,"reference":"R"}            | 422 | invalid-currency | want text
          {"amount":1,"reference":"R"}                         | 422 | invalid-currency | missing
          {"amount":1,"currency":"USD"}                        | 422 | invalid-reference | missing
          {"amount":1,"currency":"USD","reference":""}         | 422 | invalid-reference | 1 to 64
          {"amount":1,"currency":"USD","reference":"a\\u0000"} | 422 | invalid-reference | printable
          {"amount":1,"currency":"USD","reference":"4111-1111-1111-1111"} | 422 | invalid-reference | card number
          {"amount":1,"currency":"USD","reference":"R","flow":"gold"} | 422 | invalid-flow | bare, default
          {"amount":1,"currency":"USD","reference":"R","flow":"bare"} | 422 | invalid-flow | credentials
          {"amount":1,"currency":"USD","reference":"R","externalEvent":"a b"} | 422 | invalid-external-event | 256
          {"amont":1,"currency":"USD","reference":"R"}         | 422 | unknown-field | did you mean amount?
          {"amount":1,"currency":"USD","reference":"R","colour":"red"} | 422 | unknown-field | known are
          {"amount":1                                          | 400 | malformed-json | line 1, column
          {"amount":1,"amount":2,"currency":"USD","reference":"R"} | 400 | malformed-json | once
          {"amount":1,"currency":"USD","reference":"R"} x      | 400 | malformed-json | nothing may follow
          [1]                                                  | 400 | malformed-json | object
          ``                                                   | 400 | malformed-json | object
          """)
  void aBadAskIsToldWhatIsWrong(String body, int status, String type, String hint) {
    HttpResponse<String> answer = bridge.ask(body);

    assertProblem(answer, status, type, hint);
    assertThat(bridge.calls.scene("c-1")).isEqualTo("talking");
  }

  @Test
  void aCallThatIsNotThere() {
    assertProblem(
        bridge.send(bridge.post("/v1/calls/c-9/payments", askFor("R"))),
        404,
        "no-such-call",
        "c-9");
  }

  @Test
  void aBodyThatIsTooLarge() {
    assertProblem(bridge.ask(" ".repeat(5000)), 413, "too-large", "4096 bytes");
    assertProblem(
        bridge.send(
            bridge
                .post("/v1/calls/c-1/payments", "")
                .POST(
                    BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(new byte[100_000])))),
        413,
        "too-large",
        "4096 bytes");
  }

  @Test
  void aBodyThatIsNotJson() {
    assertProblem(
        bridge.send(
            bridge
                .api("/v1/calls/c-1/payments")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(askFor("R")))),
        415,
        "not-json",
        "application/json");
  }

  @Test
  void aWaitThatCannotBeRead() {
    assertProblem(bridge.get("/v1/payments/p-1?wait=soon"), 400, "bad-wait", "wait=30s");
  }

  @Test
  void anUnknownPayment() {
    assertProblem(bridge.get("/v1/payments/p-1"), 404, "no-such-payment", "not known");
    assertProblem(
        bridge.send(bridge.post("/v1/payments/p-1/cancel", "")),
        404,
        "no-such-payment",
        "not known");
  }

  @Test
  void aPathOrMethodThatIsNotThere() {
    assertProblem(bridge.get("/v1/nothing"), 404, "no-such-path", "openapi");
    assertProblem(bridge.get("/v1/calls/c-1/payments"), 405, "wrong-method", "openapi");
  }

  static void assertProblem(HttpResponse<String> answer, int status, String type, String hint) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = json(answer);
    assertThat(problem.path("type").asString()).isEqualTo("urn:hushbridge:problem:" + type);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("title").asString()).isNotBlank();
    assertThat(problem.path("detail").asString()).contains(hint);
  }
}
