package io.hushbridge.media;

import io.hushbridge.media.rtp.Codec;
import io.hushbridge.media.sdp.Stream;
import org.jspecify.annotations.Nullable;

/// What a payload type means on a port. After a re-INVITE the numbers agreed before are understood
/// for a while beside the new ones: packets sent under them are still on the way (RFC 3264 §8.3.2).
/// Event loop only.
final class Agreement {
  private static final long GRACE_NANOS = 2_000_000_000L;

  private @Nullable Stream current;
  private @Nullable Stream former;
  private long formerUntilNanos;

  void change(Stream agreed, long nowNanos) {
    former = current;
    formerUntilNanos = nowNanos + GRACE_NANOS;
    current = agreed;
  }

  @Nullable Stream stream() {
    return current;
  }

  /// The codec of an audio payload type; null where it is none.
  @Nullable Codec codec(int payloadType, long nowNanos) {
    if (current != null && payloadType == current.codecPayloadType()) {
      return current.codec();
    }
    Stream before = hasEvents(current, payloadType) ? null : inGrace(nowNanos);
    return before != null && payloadType == before.codecPayloadType() ? before.codec() : null;
  }

  /// Whether a payload type that is no audio is telephone-event.
  boolean isEvent(int payloadType, long nowNanos) {
    return hasEvents(current, payloadType) || hasEvents(inGrace(nowNanos), payloadType);
  }

  private @Nullable Stream inGrace(long nowNanos) {
    return nowNanos - formerUntilNanos < 0 ? former : null;
  }

  private static boolean hasEvents(@Nullable Stream stream, int payloadType) {
    return stream != null && stream.hasEvents() && payloadType == stream.eventPayloadType();
  }
}
