package io.hushbridge.control.http;

import static io.hushbridge.control.http.ApiKey.Role.AGENT;
import static io.hushbridge.control.http.ApiKey.Role.ASSESSOR;
import static io.hushbridge.control.http.ApiKey.Role.OPERATOR;

import io.hushbridge.control.call.CallEvent;
import io.hushbridge.control.call.PaymentId;
import io.hushbridge.control.call.Switchboard;
import io.hushbridge.control.payment.CallbackVerdict;
import io.hushbridge.control.payment.Payment;
import io.hushbridge.control.payment.PaymentDesk;
import io.hushbridge.control.payment.PaymentView;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.BooleanSupplier;

/// Every route: the JSON API with health and metrics on one listener, callbacks on another that
/// serves nothing else. Each request has a virtual thread.
public final class HttpDoor implements AutoCloseable {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
  private static final Duration API_IDLE = LONGEST_WAIT.plusSeconds(15);
  private static final Duration CALLBACK_IDLE = Duration.ofSeconds(10);
  private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";
  private static final String HOLDER = "holder";

  private final PaymentDesk desk;
  private final Switchboard calls;
  private final BooleanSupplier ready;
  private final PrometheusMeterRegistry meters;
  private final Keys keys;
  private final Once once;
  private final SourceLimit callbackLimit = new SourceLimit();
  private final Listener api;
  private final Listener callbacks;

  /// Opens both doors.
  ///
  /// @param ready what `/readyz` tells
  public HttpDoor(
      HttpSettings settings,
      PaymentDesk desk,
      Switchboard calls,
      BooleanSupplier ready,
      InstantSource clock,
      PrometheusMeterRegistry meters) {
    this.desk = desk;
    this.calls = calls;
    this.ready = ready;
    this.meters = meters;
    this.keys = new Keys(settings.keys());
    this.once = new Once(clock);
    this.api =
        new Listener(
            new Listener.Bounds(settings.host(), settings.port(), settings.maxBody(), API_IDLE),
            this::apiRoutes);
    this.callbacks = callbackListener(settings);
  }

  /// Where it cannot be opened, as its port is taken, the API is closed too.
  private Listener callbackListener(HttpSettings settings) {
    try {
      return new Listener(
          new Listener.Bounds(
              settings.callbackHost(), settings.callbackPort(), settings.maxBody(), CALLBACK_IDLE),
          this::callbackRoutes);
    } catch (RuntimeException taken) {
      api.close();
      throw taken;
    }
  }

  private void apiRoutes(RoutesConfig to) {
    to.before("/v1/*", this::authenticate);
    to.beforeMatched("/v1/*", HttpDoor::authorize);
    to.post("/v1/calls/{call}/payments", once(this::ask), AGENT, OPERATOR);
    to.get("/v1/payments/{payment}", answering(this::payment), AGENT, OPERATOR, ASSESSOR);
    to.post("/v1/payments/{payment}/cancel", once(this::cancel), AGENT, OPERATOR);
    to.get("/v1/calls", answering(_ -> calls()), AGENT, OPERATOR, ASSESSOR);
    to.get("/v1/calls/{call}", answering(this::call), AGENT, OPERATOR, ASSESSOR);
    to.post("/v1/calls/{call}/hangup", once(this::hangUp), OPERATOR);
    to.get("/healthz", ctx -> ctx.result("ok"));
    to.get("/readyz", this::readiness);
    to.get("/metrics", ctx -> ctx.contentType(METRICS).result(meters.scrape()));
    to.get("/openapi.yaml", ctx -> ctx.contentType("application/yaml").result(OpenApi.text()));
  }

  private void callbackRoutes(RoutesConfig to) {
    to.before(callbackLimit::admit);
    to.post("/callbacks/{token}", this::callback);
  }

  @FunctionalInterface
  private interface Route {
    Answer answer(Context ctx) throws InterruptedException;
  }

  private static Handler answering(Route route) {
    return ctx -> route.answer(ctx).send(ctx);
  }

  /// A route that changes something: it may carry an `Idempotency-Key`.
  private Handler once(Route route) {
    return ctx -> once.answer(ctx, holder(ctx).name(), () -> route.answer(ctx)).send(ctx);
  }

  private void authenticate(Context ctx) {
    Optional<ApiKey> holder = keys.holder(Optional.ofNullable(ctx.header("Authorization")));
    if (holder.isEmpty()) {
      ctx.header("WWW-Authenticate", "Bearer");
      throw Problems.unauthenticated().refusal();
    }
    ctx.attribute(HOLDER, holder.get());
  }

  private static void authorize(Context ctx) {
    ApiKey.Role role = holder(ctx).role();
    if (!ctx.routeRoles().contains(role)) {
      throw Problems.forbidden(role).refusal();
    }
  }

  private static ApiKey holder(Context ctx) {
    return Objects.requireNonNull(ctx.attribute(HOLDER));
  }

  private Answer ask(Context ctx) throws InterruptedException {
    if (!ctx.isJson()) {
      throw Problems.notJson().refusal();
    }
    String call = ctx.pathParam("call");
    return AskAnswers.of(call, desk.ask(call, new AskForm(Json.object(ctx.bodyAsBytes())).read()));
  }

  private Answer payment(Context ctx) throws InterruptedException {
    PaymentId id = new PaymentId(ctx.pathParam("payment"));
    Duration wait = WaitParameter.read(Optional.ofNullable(ctx.queryParam("wait")), LONGEST_WAIT);
    return desk.await(id, wait)
        .map(payment -> Answer.ok(PaymentView.of(payment)))
        .orElseThrow(() -> Problems.noPayment().refusal());
  }

  private Answer cancel(Context ctx) throws InterruptedException {
    PaymentId id = new PaymentId(ctx.pathParam("payment"));
    Payment payment = desk.find(id).orElseThrow(() -> Problems.noPayment().refusal());
    if (!desk.cancel(id)) {
      throw Problems.notCancellable(payment).refusal();
    }
    return new Answer(202, AskAnswers.location(id), PaymentView.of(payment));
  }

  private Answer calls() {
    return Answer.ok(Map.of("calls", calls.calls().stream().map(CallJson::of).toList()));
  }

  private Answer call(Context ctx) {
    String id = ctx.pathParam("call");
    return calls
        .call(id)
        .map(view -> Answer.ok(CallJson.of(view)))
        .orElseThrow(() -> Problems.noCall(id).refusal());
  }

  private Answer hangUp(Context ctx) {
    String id = ctx.pathParam("call");
    if (!calls.deliver(id, new CallEvent.HangUpAsked("operator"))) {
      throw Problems.noCall(id).refusal();
    }
    return Answer.empty(202);
  }

  private void readiness(Context ctx) {
    boolean yes = ready.getAsBoolean();
    ctx.status(yes ? 200 : 503).result(yes ? "ready" : "not ready");
  }

  private void callback(Context ctx) {
    String type = Optional.ofNullable(ctx.contentType()).orElse("");
    CallbackVerdict verdict = desk.callback(ctx.pathParam("token"), type, ctx.bodyAsBytes());
    switch (verdict) {
      case TAKEN, DUPLICATE -> ctx.status(204);
      case STRANGER -> throw Problems.noPath().refusal();
      case UNREADABLE -> throw Problems.unreadableCallback().refusal();
      case MISMATCHED -> throw Problems.mismatchedCallback().refusal();
    }
  }

  /// Every route of both doors, as `GET /healthz`, in order.
  SortedSet<String> routes() {
    SortedSet<String> all = api.routes();
    all.addAll(callbacks.routes());
    return all;
  }

  /// The port of the API.
  public int port() {
    return api.port();
  }

  public int callbackPort() {
    return callbacks.port();
  }

  /// Closes both doors; what is under way is cut off.
  @Override
  public void close() {
    try (callbacks) {
      api.close();
    }
  }
}
