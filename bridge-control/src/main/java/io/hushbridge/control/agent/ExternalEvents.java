package io.hushbridge.control.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.hushbridge.control.call.Agents;
import io.hushbridge.control.call.Secret;
import io.hushbridge.control.payment.Payment;
import io.hushbridge.control.payment.PaymentView;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Tells PolyAI how a payment ended, by its External Events webhook, so that the voice agent hears
/// of it in the middle of the conversation. Best effort: the agent may ask us as well. Any thread.
public final class ExternalEvents implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ExternalEvents.class);
  private static final JsonMapper JSON = new JsonMapper();
  private static final int TRIES = 3;
  private static final Duration TRY = Duration.ofSeconds(5);

  private final AgentSettings settings;
  private final Duration backOff;
  private final MeterRegistry meters;
  private final ExecutorService tasks = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(tasks).build();

  public ExternalEvents(AgentSettings settings, MeterRegistry meters) {
    this(settings, Duration.ofMillis(500), meters);
  }

  /// The same with a wait of choice.
  ///
  /// @param backOff before the second try; twice that before the third
  ExternalEvents(AgentSettings settings, Duration backOff, MeterRegistry meters) {
    this.settings = settings;
    this.backOff = backOff;
    this.meters = meters;
  }

  /// The agent's platform, as one call tells it. Where no webhook is configured, or the ask named
  /// no event, nothing is sent.
  public Agents forCall(String call) {
    return (id, ask, outcome) -> {
      Payment payment = new Payment(id, call, ask, Optional.of(outcome));
      if (!settings.externalEventsUrl().isEmpty()) {
        ask.externalEvent().ifPresent(event -> begin(payment, event));
      }
    };
  }

  private void begin(Payment payment, Secret<String> event) {
    try {
      tasks.execute(() -> tell(payment, event));
    } catch (RejectedExecutionException stopping) {
      log.warn("payment {}: the agent is not told, the bridge is stopping", payment.id());
    }
  }

  private void tell(Payment payment, Secret<String> event) {
    MDC.put("call", payment.call());
    String result = "failed";
    try {
      result = tryRepeatedly(request(payment, event));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } finally {
      meters.counter("hushbridge.external.events", "result", result).increment();
      log.info("payment {}: external event {}", payment.id(), result);
    }
  }

  private String tryRepeatedly(HttpRequest request) throws InterruptedException {
    String result = "failed";
    for (int tried = 0; tried < TRIES && result.equals("failed"); tried++) {
      Thread.sleep(backOff.multipliedBy(tried));
      result = tryOnce(request);
    }
    return result;
  }

  /// A refusal (4xx) would be repeated, so it is final.
  private String tryOnce(HttpRequest request) throws InterruptedException {
    CompletableFuture<HttpResponse<Void>> answer =
        http.sendAsync(request, BodyHandlers.discarding());
    try {
      int status = answer.get(TRY.toMillis(), MILLISECONDS).statusCode();
      if (status >= 500) {
        return "failed";
      }
      return status / 100 == 2 ? "accepted" : "refused";
    } catch (ExecutionException | TimeoutException notReached) {
      return "failed";
    } finally {
      answer.cancel(true);
    }
  }

  private HttpRequest request(Payment payment, Secret<String> event) {
    ObjectNode body = JSON.valueToTree(PaymentView.of(payment));
    body.put("event_id", event.reveal());
    return HttpRequest.newBuilder(url())
        .header("X-Api-Key", settings.externalEventsKey().reveal())
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
        .build();
  }

  private URI url() {
    String base = settings.externalEventsUrl();
    return URI.create(
        base
            + (base.contains("?") ? "&" : "?")
            + "event_id_location=payload&event_id_path=event_id&account_id="
            + URLEncoder.encode(settings.accountId(), UTF_8)
            + "&project_id="
            + URLEncoder.encode(settings.projectId(), UTF_8));
  }

  /// Lets what is under way end, for two seconds.
  @Override
  public void close() {
    tasks.shutdown();
    try {
      if (!tasks.awaitTermination(2, SECONDS)) {
        tasks.shutdownNow();
      }
    } catch (InterruptedException hurried) {
      tasks.shutdownNow();
      Thread.currentThread().interrupt();
    }
    http.shutdownNow();
  }
}
