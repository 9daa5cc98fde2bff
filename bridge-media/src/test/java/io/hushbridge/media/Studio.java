package io.hushbridge.media;

import io.hushbridge.media.Wiring.Hearing;
import io.hushbridge.media.Wiring.Masking;
import io.netty.buffer.PoolArenaMetric;
import io.netty.buffer.PooledByteBufAllocator;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A media plane with one call on it, and phones at its ports.
final class Studio implements AutoCloseable {
  static final PortName CALLER = new PortName("caller");
  static final PortName AGENT = new PortName("agent");
  static final PortName LINE = new PortName("line");

  final MediaPlane plane;
  final List<MediaEvent> events = new CopyOnWriteArrayList<>();
  final MediaCall call;
  private final long buffersBefore = buffersInUse();
  private final List<Phone> phones = new ArrayList<>();

  private Studio(MediaPlane plane) {
    this.plane = plane;
    call = plane.newCall(events::add);
  }

  static Studio open() {
    return new Studio(MediaPlane.open(new MediaSettings("127.0.0.1", 41_000, 41_399, 1)));
  }

  /// A phone joined to a new port.
  Phone phone(PortName name) throws MediaFailure {
    return phone().joined(call.openPort(name));
  }

  /// A phone joined to nothing.
  Phone phone() {
    Phone phone = Phone.ringing();
    phones.add(phone);
    return phone;
  }

  static Hearing hear(PortName listener, PortName speaker) {
    return new Hearing(listener, speaker, Masking.NONE);
  }

  static Hearing hearMasked(PortName listener, PortName speaker) {
    return new Hearing(listener, speaker, Masking.KEYS);
  }

  long counted(Verdict verdict) {
    return plane.counts().verdicts().getOrDefault(verdict.name(), 0L);
  }

  long told(Class<? extends MediaEvent> event) {
    return events.stream().filter(event::isInstance).count();
  }

  /// Presses told so far for a port.
  long presses(PortName port) {
    return events.stream()
        .filter(event -> event instanceof MediaEvent.KeyHeard key && key.port().equals(port))
        .mapToLong(event -> ((MediaEvent.KeyHeard) event).presses())
        .max()
        .orElse(0);
  }

  /// Ends everything, and sees that nothing is left: no port, no buffer.
  @Override
  public void close() {
    call.close();
    Await.that(() -> plane.counts().openPorts() == 0);
    plane.close();
    phones.forEach(Phone::close);
    Await.that(() -> buffersInUse() <= buffersBefore);
  }

  private static long buffersInUse() {
    return PooledByteBufAllocator.DEFAULT.metric().directArenas().stream()
        .mapToLong(PoolArenaMetric::numActiveAllocations)
        .sum();
  }
}
