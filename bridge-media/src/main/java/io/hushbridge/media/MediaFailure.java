package io.hushbridge.media;

/// The audio side cannot do as asked.
public final class MediaFailure extends Exception {
  private static final long serialVersionUID = 1L;

  public MediaFailure(String message) {
    super(message);
  }
}
