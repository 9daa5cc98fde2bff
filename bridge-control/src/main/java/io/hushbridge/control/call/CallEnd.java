package io.hushbridge.control.call;

/// How a call ended: the metric's label and, before an answer, the SIP status.
public sealed interface CallEnd {
  /// Somebody hung up.
  ///
  /// @param by `caller`, `agent` or `operator`
  record Completed(String by) implements CallEnd {}

  record Refused(int status, String label) implements CallEnd {}

  record Broken(String label) implements CallEnd {}

  default String label() {
    return switch (this) {
      case Completed(String by) -> "completed-by-" + by;
      case Refused(_, String label) -> "refused-" + label;
      case Broken(String label) -> "broken-" + label;
    };
  }
}
