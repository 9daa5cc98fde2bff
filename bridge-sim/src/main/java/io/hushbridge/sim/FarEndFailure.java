package io.hushbridge.sim;

/// What a script waited for did not come: a sentence that says what.
public final class FarEndFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public FarEndFailure(String message) {
    super(message);
  }

  FarEndFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
