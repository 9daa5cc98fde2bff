package io.hushbridge.sim;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// The bridge's API, as one with a bearer key uses it. Any thread.
final class BridgeApi implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final HttpClient client = HttpClient.newHttpClient();
  private final Places places;
  private final String key;

  BridgeApi(Places places, String key) {
    this.places = places;
    this.key = key;
  }

  Answer post(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  Answer get(String path) {
    return send(request(path).GET().build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(places.api(path))
        .header("Authorization", "Bearer " + key)
        .timeout(LIMIT);
  }

  private Answer send(HttpRequest request) {
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      String location = response.headers().firstValue("Location").orElse("");
      return new Answer(response.statusCode(), location, response.body());
    } catch (IOException e) {
      throw new FarEndFailure("the bridge's API does not answer at " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FarEndFailure("interrupted while asking the bridge", e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
