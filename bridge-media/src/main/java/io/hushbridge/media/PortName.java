package io.hushbridge.media;

/// What a port is called in a wiring, as `caller`.
public record PortName(String name) {
  @Override
  public String toString() {
    return name;
  }
}
