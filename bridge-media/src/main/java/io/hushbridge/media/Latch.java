package io.hushbridge.media;

import io.hushbridge.media.rtp.RtpHeader;
import io.hushbridge.media.rtp.Sequence;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/// Decides from where a port takes packets and where it sends its own. Event loop only.
///
/// The address in the SDP wins, always. Only while it has never spoken, and only for the first
/// seconds, another port of the same host may be learned: four packets of one SSRC in unbroken
/// order (a NAT that kept the address but not the port). Whatever was learned holds until the next
/// offer/answer. Other hosts are never learned: that is how media is stolen (CVE-2025-53399).
final class Latch {
  private static final int PACKETS_TO_LEARN = 4;
  private static final long LEARNING_NANOS = 5_000_000_000L;
  private static final long HANDOVER_NANOS = 2_000_000_000L;

  private @Nullable InetSocketAddress described;
  private @Nullable InetSocketAddress learned;
  private @Nullable InetSocketAddress former;
  private boolean describedSpoke;
  private long sinceNanos;

  private @Nullable InetSocketAddress candidate;
  private int candidateSsrc;
  private int candidateSequence;
  private int candidatePackets;

  /// Takes the address of a new offer/answer. The same address changes nothing; for another one the
  /// former peer is still heard until the new one speaks, at most two seconds.
  void expect(InetSocketAddress address, long nowNanos) {
    if (address.equals(described)) {
      return;
    }
    former = peer();
    described = address;
    learned = null;
    candidate = null;
    describedSpoke = false;
    sinceNanos = nowNanos;
  }

  /// Where to send, once there is an address.
  @Nullable InetSocketAddress peer() {
    return learned != null ? learned : described;
  }

  boolean admits(InetSocketAddress from, RtpHeader header, long nowNanos) {
    if (from.equals(described)) {
      describedSpoke = true;
      learned = null;
      former = null;
      return true;
    }
    if (from.equals(learned)) {
      return true;
    }
    if (from.equals(former) && nowNanos - sinceNanos < HANDOVER_NANOS) {
      return true;
    }
    return learns(from, header, nowNanos);
  }

  private boolean learns(InetSocketAddress from, RtpHeader header, long nowNanos) {
    if (described == null
        || describedSpoke
        || learned != null
        || nowNanos - sinceNanos > LEARNING_NANOS
        || !from.getAddress().equals(described.getAddress())) {
      return false;
    }
    boolean goesOn =
        from.equals(candidate)
            && header.ssrc() == candidateSsrc
            && header.sequence() == Sequence.next(candidateSequence);
    candidate = from;
    candidateSsrc = header.ssrc();
    candidateSequence = header.sequence();
    candidatePackets = goesOn ? candidatePackets + 1 : 1;
    if (candidatePackets < PACKETS_TO_LEARN) {
      return false;
    }
    learned = from;
    return true;
  }
}
