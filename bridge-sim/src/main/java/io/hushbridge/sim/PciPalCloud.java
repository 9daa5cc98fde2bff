package io.hushbridge.sim;

import static io.hushbridge.sim.Http.Reply.error;
import static io.hushbridge.sim.Http.Reply.json;

import io.hushbridge.sim.Http.Reply;
import io.hushbridge.sim.Http.Request;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// PCI Pal's HTTP door: tokens that last 299 s, sessions, and the callbacks it sends. Any thread.
public final class PciPalCloud implements AutoCloseable {
  static final String TOKEN_PATH = "/api/v1/token";
  static final String LAUNCH_PATH = "/api/v1/session/303/launch";

  /// The only flow it knows.
  public static final String FLOW_ID = "1";

  private static final Duration TOKEN_LIFE = Duration.ofSeconds(299);
  private static final Duration HANGING = Duration.ofSeconds(30);
  private static final int FIRST_LINK = 3097;

  private final Secrets secrets;
  private final Conduct conduct;
  private final Story story;
  private final Map<String, Instant> tokens = new ConcurrentHashMap<>();
  private final Map<String, PciPalSession> sessions = new ConcurrentHashMap<>();
  private final AtomicInteger tokensGiven = new AtomicInteger();
  private final Callbacks callbacks;
  private final Http http;

  PciPalCloud(Places places, Secrets secrets, Conduct conduct, Story story) throws IOException {
    this.secrets = secrets;
    this.conduct = conduct;
    this.story = story;
    this.callbacks = new Callbacks(conduct, story);
    this.http =
        Http.open(
            places.host(),
            places.pciPal(),
            Map.of(TOKEN_PATH, this::token, LAUNCH_PATH, this::launch));
  }

  private Reply token(Request request) throws InterruptedException {
    if (conduct.has(Fault.TOKEN_HANGS)) {
      story.tell("lets the token wait");
      Thread.sleep(HANGING);
    }
    if (conduct.has(Fault.TOKEN_FAILS)) {
      return error(500, "server_error");
    }
    if (!isOurs(Http.form(request.body()))) {
      story.tell("refuses a token: unknown client");
      return error(400, "invalid_client_key");
    }
    String token = UUID.randomUUID().toString();
    tokens.put(token, Instant.now().plus(TOKEN_LIFE));
    tokensGiven.incrementAndGet();
    story.tell("gives a token");
    return json(
        200,
        Map.of(
            "access_token", token,
            "token_type", "bearer",
            "expires_in", TOKEN_LIFE.toSeconds(),
            "refresh_token", UUID.randomUUID().toString(),
            "client_id", secrets.clientId(),
            "tenantName", secrets.tenantName()));
  }

  private boolean isOurs(Map<String, String> form) {
    return form.equals(
        Map.of(
            "grant_type", "client_credentials",
            "tenantname", secrets.tenantName(),
            "username", secrets.username(),
            "client_id", secrets.clientId(),
            "client_secret", secrets.clientSecret()));
  }

  private Reply launch(Request request) throws InterruptedException {
    if (conduct.has(Fault.LAUNCH_HANGS)) {
      story.tell("lets the launch wait");
      Thread.sleep(HANGING);
    }
    if (conduct.has(Fault.LAUNCH_FAILS)) {
      return error(500, "server_error");
    }
    Instant end = tokens.get(request.header("Authorization").replaceFirst("(?i)^bearer ", ""));
    if (end == null || end.isBefore(Instant.now())) {
      return error(401, "invalid_token");
    }
    try {
      return launch(Http.JSON.readTree(request.body()));
    } catch (JacksonException | IllegalArgumentException unreadable) {
      return error(400, "unreadable request");
    }
  }

  private Reply launch(JsonNode asked) {
    if (!of(asked, "flowId").asString("").equals(FLOW_ID)) {
      return error(400, "flow identifier not found");
    }
    JsonNode values = of(asked, "initialValues");
    var session =
        new PciPalSession(
            UUID.randomUUID().toString(),
            String.valueOf(FIRST_LINK + sessions.size()),
            values.path("orderId").asString(""),
            values.path("amount").asString(""),
            values.path("currencyCode").asString(""),
            URI.create(values.path("callbackURL").asString("")));
    sessions.put(session.linkId(), session);
    story.tell("opens a session for %s %s".formatted(session.amount(), session.currency()));
    return json(200, Map.of("Id", session.id(), "LinkId", session.linkId()));
  }

  /// A member, its name beginning with a small letter or a capital.
  private static JsonNode of(JsonNode object, String name) {
    String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    return object.has(name) ? object.path(name) : object.path(capital);
  }

  Optional<PciPalSession> session(String linkId) {
    return Optional.ofNullable(sessions.get(linkId));
  }

  Callbacks callbacks() {
    return callbacks;
  }

  /// Tokens given out so far.
  public int tokens() {
    return tokensGiven.get();
  }

  /// Sessions opened so far.
  public int sessions() {
    return sessions.size();
  }

  /// Every token of before answers 401 from now on.
  public void revokesTokens() {
    tokens.clear();
  }

  /// What the bridge answered to each callback, in order.
  public List<Integer> callbackAnswers() {
    return callbacks.answers();
  }

  @Override
  public void close() {
    http.close();
    callbacks.close();
  }
}
