package io.hushbridge.control.call;

/// A value that must not reach a log, a journal or a snapshot. Reading it is one word to search
/// for.
public record Secret<T>(T reveal) {
  @Override
  public String toString() {
    return "[secret]";
  }
}
