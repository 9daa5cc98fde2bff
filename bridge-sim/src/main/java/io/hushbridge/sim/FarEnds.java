package io.hushbridge.sim;

import io.hushbridge.sip.SipFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Everyone the bridge speaks to, on the one SIP endpoint of this JVM.
public final class FarEnds implements AutoCloseable {
  private FarEnds() {}

  /// Opens every door of `places`.
  ///
  /// @param recordings directory that the recorder writes into
  /// @param moments told what happens, as it happens; any thread
  public static FarEnds open(
      Places places, Secrets secrets, Conduct conduct, Path recordings, Consumer<Moment> moments)
      throws IOException, SipFailure {
    throw new UnsupportedOperationException();
  }

  public Trunk trunk() {
    throw new UnsupportedOperationException();
  }

  public VoiceAgent agent() {
    throw new UnsupportedOperationException();
  }

  public PaymentLine line() {
    throw new UnsupportedOperationException();
  }

  public PciPalCloud pciPal() {
    throw new UnsupportedOperationException();
  }

  public Recorder recorder() {
    throw new UnsupportedOperationException();
  }

  /// Hangs up everything and frees every port and thread.
  @Override
  public void close() {}
}
