package io.hushbridge.control.recording;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/// What the operator watches.
///
/// @param lost recorders that did not stay until the end of their call
/// @param dropped stretches of audio that a recording file missed because its disk was too slow
record RecordingMeters(Counter lost, Counter dropped) {

  static RecordingMeters of(MeterRegistry registry) {
    return new RecordingMeters(
        Counter.builder("hushbridge.recorders.lost")
            .description("Recorders that did not stay until the end of their call")
            .register(registry),
        Counter.builder("hushbridge.recording.dropped")
            .description("Stretches of audio that a recording file missed")
            .register(registry));
  }
}
