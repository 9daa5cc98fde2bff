package io.hushbridge.control.payment;

import static io.hushbridge.control.payment.PciPalFlow.LinkBy.KEYS;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.hushbridge.control.call.Ask;
import io.hushbridge.control.call.PaymentId;
import io.hushbridge.control.call.Secret;
import io.hushbridge.control.call.Session;
import io.hushbridge.control.payment.Exchange.Reply;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Token and launch of one PCI Pal flow. Blocks, up to its limits; any thread.
final class FlowClient {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration USUAL_LIFE = Duration.ofSeconds(299);

  private final PciPalFlow flow;
  private final Limits limits;
  private final InitialValues initialValues;
  private final Exchange exchange;
  private final InstantSource clock;
  private final Tokens tokens;

  /// How long PCI Pal is waited for; both together, also where a token must be replaced.
  record Limits(Duration token, Duration launch) {}

  /// What a session is opened for.
  record Order(PaymentId payment, Ask ask, URI callback) {}

  /// A client that has no token yet.
  FlowClient(PciPalFlow flow, Limits limits, Exchange exchange, InstantSource clock) {
    this.flow = flow;
    this.limits = limits;
    this.initialValues = new InitialValues(flow.initialValues());
    this.exchange = exchange;
    this.clock = clock;
    this.tokens = new Tokens(this::fetchToken, clock);
  }

  /// Opens a session; a token that is not accepted is replaced once.
  Launch open(Order order) {
    Deadline deadline = Deadline.in(limits.token().plus(limits.launch()));
    return attempt(order, deadline)
        .or(() -> attempt(order, deadline))
        .orElseGet(() -> new Launch.Refused("launch: status 401"));
  }

  /// One token, one launch; empty where the token was not accepted.
  private Optional<Launch> attempt(Order order, Deadline deadline) {
    return switch (tokens.get(deadline.atMost(limits.token()))) {
      case Token.Denied(String why) -> Optional.of(new Launch.Refused(why));
      case Token.Granted token -> {
        Reply reply = launch(token, order, deadline.atMost(limits.launch()));
        if (reply instanceof Reply.Status(int status) && status == 401) {
          tokens.reject(token);
          yield Optional.empty();
        }
        yield Optional.of(outcome(order, reply));
      }
    };
  }

  private Launch outcome(Order order, Reply reply) {
    return switch (reply) {
      case Reply.Json(JsonNode body) -> session(order.payment(), body);
      case Reply.Status(int status) -> new Launch.Refused("launch: status " + status);
      case Reply.Failed(String why) -> new Launch.Refused("launch: " + why);
    };
  }

  private Token fetchToken(Duration limit) {
    HttpRequest request =
        HttpRequest.newBuilder(flow.authEndpoint())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(credentials()))
            .build();
    return switch (exchange.send(request, limit)) {
      case Reply.Json(JsonNode body) -> token(body);
      case Reply.Status(int status) -> new Token.Denied("token: status " + status);
      case Reply.Failed(String why) -> new Token.Denied("token: " + why);
    };
  }

  private String credentials() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "client_credentials");
    form.put("tenantname", flow.tenantName());
    form.put("username", flow.username());
    form.put("client_id", flow.clientId());
    form.put("client_secret", flow.clientSecret().reveal());
    return form.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private Token token(JsonNode body) {
    String bearer = body.path("access_token").asString("");
    if (!bearer.matches("[\\x21-\\x7E]{1,8192}")) {
      return new Token.Denied("token: unreadable answer");
    }
    long seconds = body.path("expires_in").asLong(USUAL_LIFE.toSeconds());
    return Token.Granted.lasting(bearer, Duration.ofSeconds(seconds), clock.instant());
  }

  private Reply launch(Token.Granted token, Order order, Duration limit) {
    ObjectNode body = JSON.createObjectNode();
    if (flow.flowId().matches("[0-9]{1,9}")) {
      body.put("FlowId", Integer.parseInt(flow.flowId()));
    } else {
      body.put("FlowId", flow.flowId());
    }
    body.set("InitialValues", JSON.valueToTree(initialValues.of(order.ask(), order.callback())));
    HttpRequest request =
        HttpRequest.newBuilder(flow.sessionEndpoint())
            .header("Authorization", "Bearer " + token.bearer().reveal())
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
            .build();
    return exchange.send(request, limit);
  }

  private Launch session(PaymentId payment, JsonNode body) {
    return linkId(body)
        .<Launch>map(code -> new Launch.Opened(new Session(payment, flow.line(), link(code))))
        .orElseGet(() -> new Launch.Refused("launch: no usable LinkId"));
  }

  /// A code that can be keyed, or put into a header.
  private Optional<Secret<String>> linkId(JsonNode body) {
    String usable = flow.linkBy() == KEYS ? "[0-9A-D*#]{1,32}" : "[\\x21-\\x7E]{1,128}";
    return body.propertyStream()
        .filter(field -> field.getKey().equalsIgnoreCase("LinkId"))
        .map(field -> field.getValue().asString(""))
        .filter(code -> code.matches(usable))
        .findFirst()
        .map(Secret::new);
  }

  private Session.Link link(Secret<String> code) {
    return switch (flow.linkBy()) {
      case KEYS -> new Session.Link.ByKeys(code, flow.linkDelay(), flow.linkTone(), flow.linkGap());
      case HEADER -> new Session.Link.ByHeader(flow.linkHeader(), code);
    };
  }
}
