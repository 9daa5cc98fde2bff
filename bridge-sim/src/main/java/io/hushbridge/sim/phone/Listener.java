package io.hushbridge.sim.phone;

/// Told what a phone hears, on the phone's own thread. Must return at once.
public interface Listener {
  /// Listens to nothing.
  Listener NONE = new Listener() {};

  /// A telephone-event, once.
  default void key(char key) {}

  /// A packet of audio louder than comfort noise.
  default void audible() {}
}
