package io.hushbridge.media.sdp;

/// A description that we cannot read or agree to.
public final class SdpFailure extends Exception {
  private static final long serialVersionUID = 1L;
  private final int sipStatus;

  /// A failure and the status it asks for.
  ///
  /// @param sipStatus what to answer: 400 for nonsense, 488 for nothing in common
  public SdpFailure(int sipStatus, String message) {
    super(message);
    this.sipStatus = sipStatus;
  }

  public int sipStatus() {
    return sipStatus;
  }
}
