package io.hushbridge.sim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// In place of the bridge towards PCI Pal: takes tokens, opens sessions, hears callbacks.
final class Merchant implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient client = HttpClient.newHttpClient();
  private final Watch watch = new Watch();
  private final List<Map<String, String>> callbacks = new ArrayList<>();
  private final Places places;
  private final Secrets secrets;
  private final Http door;

  Merchant(Places places, Secrets secrets) throws IOException {
    this.places = places;
    this.secrets = secrets;
    this.door = Http.open(places.host(), places.bridgeHttp(), Map.of("/callback", this::heard));
  }

  private Http.Reply heard(Http.Request request) {
    watch.change(() -> callbacks.add(Http.form(request.body())));
    return new Http.Reply(204, "text/plain", "");
  }

  /// The next callback after those heard before.
  Map<String, String> callback(int number) {
    watch.await("callback " + number, PATIENCE, () -> callbacks.size() >= number);
    return watch.read(() -> callbacks.get(number - 1));
  }

  int callbacks() {
    return watch.read(callbacks::size);
  }

  /// Opens a session for 50 dollars.
  ///
  /// @return the LinkId
  String opensSession() throws Exception {
    HttpResponse<String> launched = launch(token(), "{\"FlowId\":1,\"InitialValues\":%s}");
    assertThat(launched.statusCode()).isEqualTo(200);
    return Http.JSON.readTree(launched.body()).path("LinkId").asString();
  }

  String token() throws Exception {
    HttpResponse<String> response = askToken(secrets.clientSecret());
    assertThat(response.statusCode()).isEqualTo(200);
    return Http.JSON.readTree(response.body()).path("access_token").asString();
  }

  HttpResponse<String> askToken(String clientSecret) throws Exception {
    Map<String, String> form =
        Map.of(
            "grant_type", "client_credentials",
            "tenantname", secrets.tenantName(),
            "username", secrets.username(),
            "client_id", secrets.clientId(),
            "client_secret", clientSecret);
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return post(places.authEndpoint(), "none", body);
  }

  /// @param body with a place for the initial values
  HttpResponse<String> launch(String token, String body) throws Exception {
    String values =
        """
        {"orderId":"INV-7","amount":"5000","currencyCode":"USD",
         "callbackURL":"http://%s:%d/callback"}"""
            .formatted(places.host(), places.bridgeHttp());
    return post(places.sessionEndpoint(), token, body.formatted(values));
  }

  private HttpResponse<String> post(URI uri, String token, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Authorization", "Bearer " + token)
            .timeout(PATIENCE)
            .POST(BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  @Override
  public void close() {
    client.close();
    door.close();
  }
}
