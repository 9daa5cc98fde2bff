package io.hushbridge.media;

/// Receives what happens in one call's audio, on its event loop. Must return at once.
@FunctionalInterface
public interface MediaEvents {
  void happened(MediaEvent event);
}
