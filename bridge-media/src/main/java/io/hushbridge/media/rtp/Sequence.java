package io.hushbridge.media.rtp;

/// Arithmetic of 16-bit sequence numbers and 32-bit timestamps, which wrap (RFC 3550 §5.1, RFC
/// 1982).
public final class Sequence {

  private Sequence() {}

  /// The number after this one.
  public static int next(int sequence) {
    return (sequence + 1) & 0xFFFF;
  }

  /// Steps from one sequence number to another, -32768 to 32767: negative when `to` is older.
  public static int distance(int from, int to) {
    return (short) (to - from);
  }

  /// Samples from one timestamp to another: negative when `to` is older.
  public static int samples(int from, int to) {
    return to - from;
  }
}
