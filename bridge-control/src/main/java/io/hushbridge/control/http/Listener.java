package io.hushbridge.control.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One HTTP/1.1 listener with bounds on everything a stranger can send, and problem details for
/// every error.
final class Listener implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Listener.class);
  private static final int MOST_HEADERS = 8192;
  private static final int MOST_CONNECTIONS = 1024;

  private final Javalin javalin;

  /// Where it listens and what it takes.
  ///
  /// @param port 0 for any
  /// @param maxBody in bytes
  /// @param idle how long a connection may be silent
  record Bounds(String host, int port, int maxBody, Duration idle) {}

  Listener(Bounds bounds, Consumer<RoutesConfig> routes) {
    javalin = Javalin.create(config -> configure(config, bounds, routes)).start();
  }

  private static void configure(
      JavalinConfig config, Bounds bounds, Consumer<RoutesConfig> routes) {
    config.jetty.host = bounds.host();
    config.jetty.port = bounds.port();
    config.http.maxRequestSize = bounds.maxBody();
    config.http.prefer405over404 = true;
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.jetty.modifyHttpConfiguration(http -> limit(http, bounds));
    config.jetty.modifyServer(Listener::limit);
    config.routes.exception(Refusal.class, (refusal, ctx) -> send(refusal.problem(), ctx));
    config.routes.exception(
        HttpResponseException.class, (e, ctx) -> send(Problems.of(e, bounds.maxBody()), ctx));
    config.routes.exception(Exception.class, Listener::fault);
    routes.accept(config.routes);
  }

  private static void limit(HttpConfiguration http, Bounds bounds) {
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(MOST_HEADERS);
    http.setIdleTimeout(bounds.idle().toMillis());
  }

  private static void limit(Server server) {
    server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
    server.setErrorHandler(Listener::refuse);
  }

  /// What is refused before any route sees it, such as a header that is too large.
  private static boolean refuse(Request request, Response response, Callback done) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    Answer answer = Problems.unserved(response.getStatus()).answer();
    response.write(true, ByteBuffer.wrap(Json.bytes(answer.body())), done);
    return true;
  }

  private static void fault(Exception fault, Context ctx) {
    log.error("{} {} failed", ctx.method(), ctx.endpoint().path, fault);
    send(Problems.fault(), ctx);
  }

  private static void send(Problem problem, Context ctx) {
    problem.answer().send(ctx);
  }

  /// Every route, as `GET /healthz`, in order.
  SortedSet<String> routes() {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .map(parsed -> parsed.endpoint)
        .filter(endpoint -> endpoint.method.isHttpMethod())
        .map(endpoint -> endpoint.method + " " + endpoint.path)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
  }
}
