package io.hushbridge.control.payment;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/// PCI Pal, by every flow that is configured. Any thread.
public final class PciPal implements AutoCloseable {
  private final Map<String, Flow> flows = new TreeMap<>();
  private final URI callbackBase;
  private final MeterRegistry meters;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  record Flow(PciPalFlow settings, FlowClient client, CallbackMapper mapper) {}

  /// A client for each flow; nothing is fetched yet.
  ///
  /// @param callbackBase what callback URLs begin with, as `https://pay.example.org`
  public PciPal(
      Map<String, PciPalFlow> flows,
      URI callbackBase,
      Duration tokenLimit,
      Duration launchLimit,
      InstantSource clock,
      MeterRegistry meters) {
    this.callbackBase = callbackBase;
    this.meters = meters;
    Exchange exchange = new Exchange(http);
    FlowClient.Limits limits = new FlowClient.Limits(tokenLimit, launchLimit);
    flows.forEach(
        (name, flow) ->
            this.flows.put(
                name,
                new Flow(
                    flow,
                    new FlowClient(flow, limits, exchange, clock),
                    CallbackMapper.named(flow.callback()))));
  }

  Optional<Flow> flow(String name) {
    return Optional.ofNullable(flows.get(name));
  }

  /// The names of all flows, in order.
  Iterable<String> names() {
    return flows.keySet();
  }

  /// Token and launch. Blocks, up to both limits together.
  Launch open(Payment payment, String callbackPath) {
    URI callback = URI.create(callbackBase.toString().replaceAll("/+$", "") + callbackPath);
    Timer.Sample took = Timer.start(meters);
    Launch launch =
        flow(payment.ask().flow())
            .map(flow -> flow.client().open(order(payment, callback)))
            .orElseGet(() -> new Launch.Refused("no such flow"));
    took.stop(meters.timer("hushbridge.pcipal.session", "result", label(launch)));
    return launch;
  }

  private static FlowClient.Order order(Payment payment, URI callback) {
    return new FlowClient.Order(payment.id(), payment.ask(), callback);
  }

  private static String label(Launch launch) {
    return switch (launch) {
      case Launch.Opened _ -> "opened";
      case Launch.Refused _ -> "refused";
    };
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
