package io.hushbridge.control.http;

import static io.hushbridge.control.http.TestBridge.form;
import static io.hushbridge.control.http.TestBridge.json;
import static io.hushbridge.control.http.TestBridge.paid;
import static io.hushbridge.control.http.TestBridge.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushbridge.control.call.CallEvent;
import io.hushbridge.control.call.Entry;
import io.hushbridge.control.call.PaymentId;
import io.hushbridge.control.call.Role;
import io.hushbridge.control.call.TripOutcome;
import io.hushbridge.control.payment.RehearsedCalls;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CallbackStoryTest {
  private TestBridge bridge;

  @BeforeEach
  void open() throws Exception {
    bridge = new TestBridge();
  }

  @AfterEach
  void close() {
    bridge.close();
  }

  @Test
  void anAskIsTakenAndItsPaidCallbackEndsIt() {
    String payment = bridge.paying("INV-7");

    assertThat(bridge.callback(paid("INV-7")).statusCode()).isEqualTo(204);

    JsonNode view = json(bridge.get("/v1/payments/" + payment + "?wait=10s"));
    assertThat(view.path("state").asString()).isEqualTo("paid");
    assertThat(view.path("brand").asString()).isEqualTo("Visa");
    assertThat(view.path("lastFour").asString()).isEqualTo("4242");
    assertThat(view.path("authCode").asString()).isEqualTo("A1B2C3");
    assertThat(view.path("amountInWords").asString()).isEqualTo("fifty US dollars");
    assertThat(view.path("retry").asBoolean()).isFalse();
  }

  @Test
  void theExpiryOfACardIsNowhereToBeSeen() {
    String payment = bridge.paying("INV-7");
    bridge.callback(with(paid("INV-7"), "cardExpiry", "0931"));

    assertThat(bridge.state(payment)).isEqualTo("paid");
    assertThat(bridge.get("/v1/payments/" + payment).body()).doesNotContain("0931");
    assertThat(bridge.calls.journal().toString()).doesNotContain("0931");
  }

  @Test
  void aCardNumberInAFieldThatIsKeptIsDropped() {
    String payment = bridge.paying("INV-7");
    Map<String, String> leaky =
        with(
            with(paid("INV-7"), "cardLast4", "4242424242424242"),
            "customData2",
            "4242 4242 4242 4242");

    assertThat(bridge.callback(leaky).statusCode()).isEqualTo(204);

    assertThat(bridge.state(payment)).isEqualTo("paid");
    assertThat(bridge.get("/v1/payments/" + payment).body()).doesNotContain("4242");
    assertThat(bridge.calls.journal().toString()).doesNotContain("4242");
  }

  @Test
  void aDuplicateIsAcceptedWithoutASecondEffect() {
    String payment = bridge.paying("INV-7");
    bridge.callback(paid("INV-7"));
    assertThat(bridge.state(payment)).isEqualTo("paid");

    assertThat(bridge.callback(paid("INV-7")).statusCode()).isEqualTo(204);

    assertThat(bridge.calls.journal()).filteredOn(Entry.CallbackHeard.class::isInstance).hasSize(1);
    assertThat(bridge.calls.told()).hasSize(1);
    assertThat(bridge.meters.scrape())
        .contains("hushbridge_callbacks_total{verdict=\"duplicate\"} 1.0");
  }

  @Test
  void aMismatchIsAlarmedAndNeverActedOn() {
    String payment = bridge.paying("INV-7");

    List<Map<String, String>> wrongs =
        List.of(
            with(paid("INV-7"), "orderAmount", "4999"),
            with(paid("INV-7"), "orderCurrency", "EUR"),
            paid("INV-8"));
    for (Map<String, String> wrong : wrongs) {
      assertThat(bridge.callback(wrong).statusCode()).isEqualTo(422);
    }

    assertThat(bridge.calls.journal()).filteredOn(Entry.CallbackAlarm.class::isInstance).hasSize(3);
    assertThat(json(bridge.get("/v1/payments/" + payment)).path("state").asString())
        .isEqualTo("open");
    bridge.callback(paid("INV-7"));
    assertThat(bridge.state(payment)).isEqualTo("paid");
  }

  @Test
  void aForgedPathFindsNothing() {
    bridge.paying("INV-7");
    String path = bridge.pciPal.callbackUrl().getPath();
    char last = path.charAt(path.length() - 1);
    String forged = path.substring(0, path.length() - 1) + (last == 'A' ? 'B' : 'A');

    assertThat(bridge.callback(forged, paid("INV-7")).statusCode()).isEqualTo(404);
    assertThat(bridge.callback("/callbacks/", paid("INV-7")).statusCode()).isEqualTo(404);
    assertThat(bridge.calls.journal()).noneMatch(Entry.CallbackHeard.class::isInstance);
  }

  @Test
  void whatCannotBeReadIsRefused() {
    String payment = bridge.paying("INV-7");

    assertThat(bridge.callback(form("INV-7", "MAYBE")).statusCode()).isEqualTo(400);
    assertThat(bridge.callback(with(paid("INV-7"), "orderAmount", "50.00")).statusCode())
        .isEqualTo(400);
    HttpRequest.Builder json =
        HttpRequest.newBuilder(bridge.callbackUrl(bridge.pciPal.callbackUrl().getPath()))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{}"));
    assertThat(bridge.send(json).statusCode()).isEqualTo(400);

    assertThat(json(bridge.get("/v1/payments/" + payment)).path("state").asString())
        .isEqualTo("open");
  }

  @Test
  void anUnknownPaymentThatWasPaidLateIsToldAgain() {
    String payment = bridge.paying("INV-7");
    bridge.calls.callerHangsUp("c-1");
    assertThat(bridge.state(payment)).isEqualTo("unknown");

    assertThat(bridge.callback(paid("INV-7")).statusCode()).isEqualTo(204);

    assertThat(bridge.state(payment)).isEqualTo("paid");
    assertThat(bridge.calls.told())
        .hasExactlyElementsOfTypes(TripOutcome.Unknown.class, TripOutcome.Paid.class);
    assertThat(bridge.calls.journal()).noneMatch(Entry.CallbackAlarm.class::isInstance);
  }

  @Test
  void aLateCallbackSettlesThePaymentAlsoWhileItsCallGoesOn() {
    String payment = bridge.paying("INV-7");
    bridge.calls.put("c-1", new CallEvent.Left(Role.LINE));
    assertThat(bridge.state(payment)).isEqualTo("unknown");
    bridge.awaitScene("talking");

    bridge.callback(paid("INV-7"));

    RehearsedCalls.await(() -> bridge.state(payment).equals("paid"));
    assertThat(bridge.calls.told())
        .hasExactlyElementsOfTypes(TripOutcome.Unknown.class, TripOutcome.Paid.class);
  }

  @Test
  void paidAfterADeclineIsAlarmedAndPaid() {
    String payment = bridge.paying("INV-7");
    bridge.callback(form("INV-7", "DECLINE"));
    bridge.calls.put("c-1", new CallEvent.Left(Role.LINE));
    assertThat(bridge.state(payment)).isEqualTo("declined");
    bridge.awaitScene("talking");

    bridge.callback(paid("INV-7"));

    RehearsedCalls.await(() -> bridge.state(payment).equals("paid"));
    RehearsedCalls.await(() -> bridge.calls.told().size() == 2);
    assertThat(bridge.calls.journal())
        .contains(
            new Entry.CallbackAlarm(new PaymentId(payment), "paid after it had ended otherwise"));
  }

  @Test
  void nothingMovesAPaidPaymentAnyMore() {
    String payment = bridge.paying("INV-7");
    bridge.callback(paid("INV-7"));
    assertThat(bridge.state(payment)).isEqualTo("paid");
    bridge.calls.callerHangsUp("c-1");

    assertThat(bridge.callback(form("INV-7", "DECLINE")).statusCode()).isEqualTo(204);

    assertThat(bridge.state(payment)).isEqualTo("paid");
  }

  @Test
  void theCallbackDoorServesNothingElse() {
    for (String path : new String[] {"/v1/calls", "/healthz", "/metrics", "/openapi.yaml", "/"}) {
      assertThat(bridge.send(HttpRequest.newBuilder(bridge.callbackUrl(path)).GET()).statusCode())
          .as(path)
          .isEqualTo(404);
    }
    assertThat(
            bridge
                .send(HttpRequest.newBuilder(bridge.callbackUrl("/callbacks/x")).GET())
                .statusCode())
        .isEqualTo(405);
    assertThat(bridge.send(bridge.post("/callbacks/x", "{}")).statusCode()).isEqualTo(404);
  }

  @Test
  void aSourceThatSendsTooMuchIsSlowedDown() {
    assertThat(IntStream.range(0, 200))
        .anyMatch(_ -> bridge.callback("/callbacks/x", Map.of()).statusCode() == 429);
  }
}
