package io.hushbridge.sip;

import gov.nist.javax.sip.message.SIPMessage;
import java.util.Locale;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.header.ToHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A request from a peer, owed an answer.
record Incoming(Door door, Request request, ServerTransaction transaction) {
  private static final Logger log = LoggerFactory.getLogger(Incoming.class);

  String method() {
    return request.getMethod();
  }

  /// Whether it names a dialog (RFC 3261 §12.2.2).
  boolean inDialog() {
    return localTag() != null;
  }

  @Nullable String localTag() {
    return ((ToHeader) request.getHeader(ToHeader.NAME)).getTag();
  }

  /// Address and port that it came from.
  String source() {
    SIPMessage message = (SIPMessage) request;
    return message.getRemoteAddress().getHostAddress() + ":" + message.getRemotePort();
  }

  static String transportOf(Message message) {
    return ((ViaHeader) message.getHeader(ViaHeader.NAME)).getTransport().toLowerCase(Locale.ROOT);
  }

  /// A response, signed, not yet sent; a tag of ours goes on all but a 100 (RFC 3261 §8.2.6.2).
  Response response(int status, String localTag) {
    Response response = Jain.made(() -> Jain.MESSAGES.createResponse(status, request));
    ToHeader to = (ToHeader) response.getHeader(ToHeader.NAME);
    if (status > Response.TRYING && to.getTag() == null) {
      Jain.made(
          () -> {
            to.setTag(localTag);
            return to;
          });
    }
    door.sign(response);
    return response;
  }

  void reply(int status, String localTag) {
    send(response(status, localTag));
  }

  /// A second offer while the first is open: to be tried again within 10 s (RFC 3261 §14.2).
  void replyLater(Chance chance, String localTag) {
    Response later = response(Response.SERVER_INTERNAL_ERROR, localTag);
    Jain.set(later, "Retry-After", Integer.toString(chance.between(0, 10)));
    send(later);
  }

  void send(Response response) {
    try {
      transaction.sendResponse(response);
    } catch (SipException | InvalidArgumentException e) {
      // The peer is gone or has been answered; its own timers, and ours for a 2xx, end the matter.
      log.debug("{} to {} not sent: {}", response.getStatusCode(), method(), e.getMessage());
    }
  }
}
