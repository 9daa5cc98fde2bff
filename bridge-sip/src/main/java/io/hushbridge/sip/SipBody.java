package io.hushbridge.sip;

/// A message body and its type, as `application/sdp` or `multipart/mixed;boundary=...`. Prints its
/// type only: an SDP may hold keys.
public record SipBody(String contentType, String content) {

  public static SipBody sdp(String content) {
    return new SipBody("application/sdp", content);
  }

  @Override
  public String toString() {
    return "[" + contentType + "]";
  }
}
