package io.hushbridge.control;

import io.hushbridge.control.call.CallEnd;
import io.hushbridge.control.call.Switchboard;
import io.hushbridge.media.MediaPlane;
import io.hushbridge.sip.SipEndpoint;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import java.util.function.Supplier;

/// What the operator sees of calls, signalling and audio. Any thread.
final class BridgeMeters {
  private final MeterRegistry registry;

  BridgeMeters(MeterRegistry registry) {
    this.registry = registry;
    new JvmThreadMetrics().bindTo(registry);
  }

  void callEnded(CallEnd end) {
    registry.counter("hushbridge.calls.ended", "end", end.label()).increment();
  }

  /// What is held now; each is 0 when no call is up.
  void watch(Switchboard calls, SipEndpoint sip, MediaPlane media) {
    gauge("hushbridge.calls", "Calls up", () -> calls.calls().size());
    gauge("hushbridge.sip.legs", "Legs not yet ended", () -> sip.counts().legs());
    gauge("hushbridge.sip.dialogs", "Dialogs the stack holds", () -> sip.counts().dialogs());
    gauge("hushbridge.sip.transactions", "Open transactions", () -> sip.counts().transactions());
    gauge("hushbridge.media.ports", "RTP ports bound", () -> media.counts().openPorts());
    for (String verdict : media.counts().verdicts().keySet()) {
      FunctionCounter.builder(
              "hushbridge.media.packets",
              media,
              m -> m.counts().verdicts().getOrDefault(verdict, 0L))
          .tag("verdict", verdict)
          .description("Packets by verdict since the start")
          .register(registry);
    }
  }

  private void gauge(String name, String description, Supplier<Number> value) {
    Gauge.builder(name, value).description(description).register(registry);
  }
}
