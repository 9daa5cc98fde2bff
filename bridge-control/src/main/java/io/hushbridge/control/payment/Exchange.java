package io.hushbridge.control.payment;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One request to PCI Pal and its whole answer, within a limit. The client's own time-out ends with
/// the headers, so a body that drips would outlast it; ours covers both.
final class Exchange {
  private static final int MOST_BYTES = 64 * 1024;
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client;

  Exchange(HttpClient client) {
    this.client = client;
  }

  /// What came back.
  sealed interface Reply {
    record Json(JsonNode body) implements Reply {}

    record Status(int status) implements Reply {}

    record Failed(String why) implements Reply {}
  }

  Reply send(HttpRequest request, Duration limit) {
    if (!limit.isPositive()) {
      return new Reply.Failed("no time left");
    }
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
    try {
      return read(answer.get(limit.toNanos(), NANOSECONDS));
    } catch (TimeoutException slow) {
      return new Reply.Failed("no answer in time");
    } catch (ExecutionException failed) {
      return new Reply.Failed("cannot be reached");
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new Reply.Failed("the bridge is stopping");
    } finally {
      answer.cancel(true);
    }
  }

  private static Reply read(HttpResponse<byte[]> response) {
    if (response.statusCode() / 100 != 2) {
      return new Reply.Status(response.statusCode());
    }
    try {
      return new Reply.Json(JSON.readTree(response.body()));
    } catch (JacksonException unreadable) {
      return new Reply.Failed("unreadable answer");
    }
  }
}
