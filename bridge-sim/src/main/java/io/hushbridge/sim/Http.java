package io.hushbridge.sim;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/// An HTTP door of a far end: one page by prefix, each request on a thread of its own.
final class Http implements AutoCloseable {
  static final JsonMapper JSON = new JsonMapper();

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  /// What a page answers.
  record Reply(int status, String type, String body) {
    static Reply json(int status, Object value) {
      return new Reply(status, "application/json", JSON.writeValueAsString(value));
    }

    static Reply error(int status, String error) {
      return json(status, Map.of("error", error));
    }
  }

  /// What a page was asked.
  ///
  /// @param query decoded
  record Request(HttpExchange exchange, Map<String, String> query, String body) {
    String header(String name) {
      String value = exchange.getRequestHeaders().getFirst(name);
      return value == null ? "" : value;
    }

    String path() {
      return exchange.getRequestURI().getPath();
    }
  }

  /// Answers a POST. An interrupt means that the door closes.
  @FunctionalInterface
  interface Page {
    Reply answer(Request request) throws InterruptedException;
  }

  private Http(HttpServer server) {
    this.server = server;
  }

  static Http open(String host, int port, Map<String, Page> pages) throws IOException {
    var http = new Http(bound(new InetSocketAddress(host, port)));
    pages.forEach((path, page) -> http.server.createContext(path, ask -> serve(ask, page)));
    http.server.setExecutor(http.threads);
    http.server.start();
    return http;
  }

  private static HttpServer bound(InetSocketAddress address) throws IOException {
    try {
      return HttpServer.create(address, 0);
    } catch (BindException taken) {
      throw new IOException("port %d is in use".formatted(address.getPort()), taken);
    }
  }

  private static void serve(HttpExchange exchange, Page page) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      String query = exchange.getRequestURI().getRawQuery();
      Reply reply = page.answer(new Request(exchange, form(query == null ? "" : query), body));
      byte[] bytes = reply.body().getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", reply.type());
      exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  /// Fields of `application/x-www-form-urlencoded`.
  static Map<String, String> form(String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : text.split("&")) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        fields.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
      }
    }
    return fields;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
