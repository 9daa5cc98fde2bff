package io.hushbridge.media.dtmf;

import java.nio.ByteBuffer;

/// A telephone-event payload (RFC 4733 §2.3).
///
/// ```
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |     event     |E|R| volume    |          duration             |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// ```
///
/// It prints nothing of the key.
///
/// @param event 0-15 are the keys `0-9*#A-D`; others are signals that are no keys
/// @param end the E bit: the event is over
/// @param volume 0-63, in -dBm0
/// @param durationUnits since the event began, in timestamp units: 8 to the millisecond
public record TelephoneEvent(int event, boolean end, int volume, int durationUnits) {
  /// Length of the payload in bytes.
  public static final int BYTES = 4;

  private static final String KEYS = "0123456789*#ABCD";

  /// Reads the four bytes, taken as one big-endian number.
  public static TelephoneEvent decode(int bits) {
    return new TelephoneEvent(
        bits >>> 24, (bits >>> 23 & 1) != 0, bits >>> 16 & 0x3f, bits & 0xffff);
  }

  /// The four bytes as one big-endian number; the R bit is 0.
  public int encode() {
    return event << 24 | (end ? 1 << 23 : 0) | volume << 16 | durationUnits;
  }

  /// Whether this is a key, not some other signal (RFC 4733 §3.2).
  public boolean isKey() {
    return event < KEYS.length();
  }

  /// The event of a key `0-9*#A-Da-d`.
  ///
  /// @throws IllegalArgumentException for any other; it does not say which
  public static int eventOf(char key) {
    int event = KEYS.indexOf(Character.toUpperCase(key));
    if (event < 0) {
      throw new IllegalArgumentException("a key is one of 0-9, *, #, A-D");
    }
    return event;
  }

  /// Tells each event of an RTP payload. A payload may hold several, one beginning where the one
  /// before it ended (RFC 4733 §2.5.1.5). Some senders put four zero bytes before or behind the one
  /// event: such a word is no key 0 unless it stands alone. What follows an event that has not
  /// ended is left unread, and so are odd bytes at the end.
  ///
  /// @param payload its bytes from position to limit, which stay where they are
  /// @param timestamp the packet's
  public static void eachOf(ByteBuffer payload, int timestamp, Visitor visitor) {
    int start = timestamp;
    boolean alone = payload.remaining() < 2 * BYTES;
    for (int at = payload.position(); at + BYTES <= payload.limit(); at += BYTES) {
      int bits = payload.getInt(at);
      if (bits == 0 && !alone) {
        continue;
      }
      TelephoneEvent event = decode(bits);
      visitor.event(start, event);
      if (!event.end()) {
        return;
      }
      start += event.durationUnits();
    }
  }

  /// Takes the events of a payload.
  @FunctionalInterface
  public interface Visitor {
    /// One event, and the timestamp at which it began.
    void event(int timestamp, TelephoneEvent event);
  }

  @Override
  public String toString() {
    return "TelephoneEvent[end=%s, durationUnits=%d]".formatted(end, durationUnits);
  }
}
