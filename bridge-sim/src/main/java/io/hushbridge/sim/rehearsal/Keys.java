package io.hushbridge.sim.rehearsal;

import io.hushbridge.sim.rehearsal.Wire.Stream;
import java.util.List;
import java.util.stream.Collectors;

/// Counts the keys that can be heard on a stream. Which keys they are is asked of nobody.
///
/// @param events RFC 4733 events
/// @param tones dual tones in the audio
record Keys(int events, int tones) {
  int total() {
    return events + tones;
  }

  static Keys on(Stream stream) {
    return new Keys(eventsOn(stream), tonesOn(stream));
  }

  /// Presses by (SSRC, timestamp, event). A packet counts whose payload type the leg's SDP names,
  /// and any other that has the shape: a dynamic type, 4 bytes, a key's code, the reserved bit
  /// clear (RFC 4733 §2.3).
  private static int eventsOn(Stream stream) {
    record Press(int ssrc, long timestamp, int event) {}
    return (int)
        stream.packets().stream()
            .filter(p -> stream.eventTypes().contains(p.type()) || p.type() >= 96)
            .filter(p -> p.payload().length == 4 && p.payload()[0] >= 0 && p.payload()[0] <= 15)
            .filter(p -> (p.payload()[1] & 0x40) == 0)
            .map(p -> new Press(p.ssrc(), p.timestamp(), p.payload()[0]))
            .distinct()
            .count();
  }

  private static int tonesOn(Stream stream) {
    record Source(int ssrc, int type) {}
    return stream.packets().stream()
        .filter(p -> p.isMuLaw() || p.isALaw())
        .collect(Collectors.groupingBy(p -> new Source(p.ssrc(), p.type())))
        .values()
        .stream()
        .mapToInt(Keys::tonesIn)
        .sum();
  }

  private static int tonesIn(List<RtpPacket> packets) {
    return Tones.inG711(Listening.to(packets), packets.getFirst().isALaw());
  }
}
