package io.hushbridge.control.call;

/// The call has ceased under our feet. No stack trace: it is an outcome, not a fault.
public final class CallOver extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient CallEnd end;

  public CallOver(CallEnd end) {
    super(end.label(), null, false, false);
    this.end = end;
  }

  public CallEnd end() {
    return end;
  }
}
