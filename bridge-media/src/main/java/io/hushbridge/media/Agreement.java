package io.hushbridge.media;

import io.hushbridge.media.rtp.Codec;
import io.hushbridge.media.sdp.Stream;
import org.jspecify.annotations.Nullable;

/// What a payload type means on a port: a peer is to send by the numbers of our description, and
/// many send by their own (RFC 3264 §5.1), so both are understood. After a re-INVITE the numbers
/// agreed before are understood for a while beside the new ones: packets sent under them are still
/// on the way (RFC 3264 §8.3.2). Event loop only.
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
    if (current != null && isCodec(current, payloadType)) {
      return current.codec();
    }
    Stream before = hasEvents(current, payloadType) ? null : inGrace(nowNanos);
    return before != null && isCodec(before, payloadType) ? before.codec() : null;
  }

  /// Whether a payload type that is no audio is telephone-event.
  boolean isEvent(int payloadType, long nowNanos) {
    return hasEvents(current, payloadType) || hasEvents(inGrace(nowNanos), payloadType);
  }

  private @Nullable Stream inGrace(long nowNanos) {
    return nowNanos - formerUntilNanos < 0 ? former : null;
  }

  /// By our number or the peer's own; where they collide, ours counts: an event taken for audio
  /// would carry its key to every ear.
  private static boolean isCodec(Stream stream, int payloadType) {
    return payloadType == stream.codecPayloadTypeHere()
        || (payloadType == stream.codecPayloadType()
            && payloadType != stream.eventPayloadTypeHere());
  }

  private static boolean hasEvents(@Nullable Stream stream, int payloadType) {
    return stream != null
        && stream.hasEvents()
        && (payloadType == stream.eventPayloadTypeHere()
            || payloadType == stream.eventPayloadType());
  }
}
