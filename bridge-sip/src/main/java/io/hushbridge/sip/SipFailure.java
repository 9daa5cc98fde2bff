package io.hushbridge.sip;

/// The endpoint cannot be opened; the message says what the operator can do.
public final class SipFailure extends Exception {
  private static final long serialVersionUID = 1L;

  public SipFailure(String message) {
    super(message);
  }

  public SipFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
