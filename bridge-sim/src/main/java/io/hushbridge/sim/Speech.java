package io.hushbridge.sim;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Waits for what a phone says.
final class Speech {
  private Speech() {}

  /// Waits until the last of it has been sent.
  ///
  /// @throws FarEndFailure where it was cut short
  static void finish(CompletableFuture<Void> said) {
    try {
      said.join();
    } catch (CancellationException | CompletionException cutShort) {
      throw new FarEndFailure("cut short: the call ended, or was held", cutShort);
    }
  }
}
