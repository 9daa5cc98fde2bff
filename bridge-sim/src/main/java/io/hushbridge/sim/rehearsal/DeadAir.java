package io.hushbridge.sim.rehearsal;

import io.hushbridge.sim.rehearsal.Wire.Stream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How long the caller hears nothing when one party takes over from another: from the last audible
/// packet sent to the caller before the new party's first audible packet reaches the bridge, to the
/// first one sent to the caller after.
final class DeadAir {
  /// Mean amplitude below which a packet is not audible, of 32767; -50 dB.
  private static final int AUDIBLE = 100;

  private DeadAir() {}

  /// The gap at one hand-over.
  ///
  /// @param toCaller what the caller hears
  /// @param newParty what the party says that takes over
  /// @param notBefore when it may take over at the earliest
  /// @return nothing if it never spoke, or nobody was heard before
  static Optional<Duration> before(Stream toCaller, Stream newParty, Instant notBefore) {
    List<Instant> heard = audible(toCaller);
    return audible(newParty).stream()
        .filter(at -> !at.isBefore(notBefore))
        .findFirst()
        .flatMap(first -> gapAround(heard, first));
  }

  private static Optional<Duration> gapAround(List<Instant> heard, Instant moment) {
    Optional<Instant> last =
        heard.stream().filter(at -> at.isBefore(moment)).reduce((_, later) -> later);
    Optional<Instant> next = heard.stream().filter(at -> !at.isBefore(moment)).findFirst();
    return last.flatMap(from -> next.map(to -> Duration.between(from, to)));
  }

  private static List<Instant> audible(Stream stream) {
    return stream.packets().stream()
        .filter(p -> p.isMuLaw() && meanAmplitude(p.payload()) >= AUDIBLE)
        .map(RtpPacket::at)
        .toList();
  }

  private static int meanAmplitude(byte[] muLaw) {
    long sum = 0;
    for (byte sample : muLaw) {
      sum += amplitude(sample);
    }
    return muLaw.length == 0 ? 0 : (int) (sum / muLaw.length);
  }

  /// G.711 mu-law, without its sign.
  private static int amplitude(byte sample) {
    int bits = ~sample & 0x7F;
    return ((((bits & 0x0F) << 3) + 0x84) << (bits >> 4)) - 0x84;
  }
}
