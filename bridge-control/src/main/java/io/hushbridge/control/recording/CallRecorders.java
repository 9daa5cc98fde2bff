package io.hushbridge.control.recording;

import io.hushbridge.control.call.PaymentId;
import io.hushbridge.control.call.Recorders;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The recorders of one call. Flow thread only.
final class CallRecorders implements Recorders {
  private final Supplier<List<Recorder>> kit;
  private final List<Recorder> recorders = new ArrayList<>();

  /// No recorder yet.
  ///
  /// @param kit begins every recorder of the route
  CallRecorders(Supplier<List<Recorder>> kit) {
    this.kit = kit;
  }

  @Override
  public void begin() {
    recorders.addAll(kit.get());
  }

  @Override
  public Set<String> askPause(PaymentId payment) {
    return recorders.stream()
        .filter(recorder -> recorder.askPause(payment))
        .map(Recorder::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void askResume() {
    recorders.forEach(Recorder::askResume);
  }

  @Override
  public void close() {
    recorders.forEach(Recorder::end);
  }
}
