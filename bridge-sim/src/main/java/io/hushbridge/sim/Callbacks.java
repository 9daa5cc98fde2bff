package io.hushbridge.sim;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/// Sends what became of a payment to its session's callback URL: a form in the shape of the UK
/// courts' integration. Any thread; blocks until answered.
final class Callbacks implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Duration BEFORE_RETRY = Duration.ofSeconds(1);
  private static final int TRIES = 3;

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Integer> answers = new CopyOnWriteArrayList<>();
  private final Conduct conduct;
  private final Story story;

  Callbacks(Conduct conduct, Story story) {
    this.conduct = conduct;
    this.story = story;
  }

  List<Integer> answers() {
    return List.copyOf(answers);
  }

  void approved(PciPalSession session, Card card) throws InterruptedException {
    Map<String, String> fields = about(session, "SUCCESS", "Approved");
    fields.put("cardLast4", card.number().substring(card.number().length() - 4));
    fields.put("cardExpiry", card.expiry());
    fields.put("customData2", Pan.brand(card.number()));
    fields.put("transactionAuthCode", "AUTH" + session.linkId());
    send(session, fields);
  }

  void declined(PciPalSession session) throws InterruptedException {
    send(session, about(session, "DECLINE", "Card declined"));
  }

  void cancelled(PciPalSession session) throws InterruptedException {
    send(session, about(session, "CANCELLED", "Cancelled by the caller"));
  }

  private Map<String, String> about(PciPalSession session, String result, String message) {
    boolean lies = conduct.has(Fault.CALLBACK_WITH_OTHER_AMOUNT);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("orderReference", session.orderId());
    fields.put("orderAmount", session.amount() + (lies ? "0" : ""));
    fields.put("orderCurrency", session.currency());
    fields.put("transactionResult", result);
    fields.put("transactionResponseMsg", message);
    fields.put("transactionID", "tx-" + session.id());
    fields.put("ppCallID", "pp-" + session.linkId());
    fields.put("ppAccountID", "1210");
    return fields;
  }

  private void send(PciPalSession session, Map<String, String> fields) throws InterruptedException {
    if (conduct.has(Fault.NO_CALLBACK)) {
      return;
    }
    story.tell("calls back: " + fields.get("transactionResult"));
    int times = conduct.has(Fault.CALLBACK_TWICE) ? 2 : 1;
    for (int i = 0; i < times; i++) {
      insist(request(session, fields));
    }
  }

  private static HttpRequest request(PciPalSession session, Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return HttpRequest.newBuilder(session.callback())
        .header("Content-Type", "application/x-www-form-urlencoded")
        .timeout(LIMIT)
        .POST(HttpRequest.BodyPublishers.ofString(form))
        .build();
  }

  /// Sends until it is taken, a limited number of times.
  private void insist(HttpRequest request) throws InterruptedException {
    for (int i = 0; i < TRIES; i++) {
      int status = status(request);
      answers.add(status);
      if (status > 0 && status < 500) {
        return;
      }
      story.tell("is answered %d, and will call back again".formatted(status));
      Thread.sleep(BEFORE_RETRY);
    }
  }

  /// 0 where nobody answers.
  private int status(HttpRequest request) throws InterruptedException {
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException unanswered) {
      return 0;
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
