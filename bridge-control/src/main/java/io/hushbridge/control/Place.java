package io.hushbridge.control;

/// Where something is said, as an editor takes it: `bridge.yaml:12`.
///
/// @param line counted from 1
record Place(String file, int line) {
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
