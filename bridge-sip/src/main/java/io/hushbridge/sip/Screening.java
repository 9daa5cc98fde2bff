package io.hushbridge.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sip.address.SipURI;
import javax.sip.header.FromHeader;
import javax.sip.header.RequireHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/// Checks what the parser lets through but a server must not (RFC 3261 §8.2). Any thread.
final class Screening {
  private Screening() {}

  /// What is wrong with a request.
  ///
  /// @return the refusal, if the request does not deserve better
  static Optional<Response> refusal(Incoming in, String localTag) {
    Request request = in.request();
    boolean invite = in.method().equals(Request.INVITE);
    if (!"SIP/2.0".equalsIgnoreCase(request.getSIPVersion())) {
      return Optional.of(in.response(Response.VERSION_NOT_SUPPORTED, localTag));
    }
    if (!(request.getRequestURI() instanceof SipURI)) {
      return Optional.of(in.response(Response.UNSUPPORTED_URI_SCHEME, localTag));
    }
    if (((FromHeader) request.getHeader(FromHeader.NAME)).getTag() == null
        || (invite && Dialog.contactOf(request).isEmpty())) {
      return Optional.of(in.response(Response.BAD_REQUEST, localTag));
    }
    List<String> unknown = unknownOptions(in);
    if (!unknown.isEmpty() && !in.method().equals(Request.CANCEL)) {
      Response refusal = in.response(Response.BAD_EXTENSION, localTag);
      Jain.set(refusal, "Unsupported", String.join(", ", unknown));
      return Optional.of(refusal);
    }
    if (invite && !Bodies.fitForSession(request)) {
      Response refusal = in.response(Response.UNSUPPORTED_MEDIA_TYPE, localTag);
      Jain.set(refusal, "Accept", Bodies.SESSION_TYPES);
      return Optional.of(refusal);
    }
    return Optional.empty();
  }

  private static List<String> unknownOptions(Incoming in) {
    List<String> unknown = new ArrayList<>();
    for (var required = in.request().getHeaders(RequireHeader.NAME); required.hasNext(); ) {
      String option = ((RequireHeader) required.next()).getOptionTag();
      if (!in.door().listener().supportedOptions().contains(option)) {
        unknown.add(option);
      }
    }
    return unknown;
  }
}
