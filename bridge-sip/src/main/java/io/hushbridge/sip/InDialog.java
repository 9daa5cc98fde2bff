package io.hushbridge.sip;

import java.util.OptionalInt;
import javax.sip.header.ContentTypeHeader;
import javax.sip.header.ReferToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/// Answers to what a peer asks in a dialog beside INVITE and BYE. Leg's mailbox only.
final class InDialog {
  static final String KEY_TYPES = "application/dtmf-relay, application/dtmf";

  private InDialog() {}

  static void answer(InviteLeg leg, Incoming in) {
    if (leg.isOver()) {
      in.reply(Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST, leg.localTag());
      return;
    }
    switch (in.method()) {
      case Request.INFO -> info(leg, in);
      case Request.REFER -> refer(leg, in);
      case Request.UPDATE -> update(leg, in);
      default -> OutOfDialog.answer(in, leg.localTag());
    }
  }

  private static void info(InviteLeg leg, Incoming in) {
    ContentTypeHeader type = (ContentTypeHeader) in.request().getHeader(ContentTypeHeader.NAME);
    String body = Bodies.of(in.request()).map(SipBody::content).orElse("");
    if (type == null || body.isEmpty()) {
      in.reply(Response.OK, leg.localTag());
    } else if (Bodies.isA(type, "application", "dtmf-relay")) {
      press(leg, in, Keys.relayed(body));
    } else if (Bodies.isA(type, "application", "dtmf")) {
      press(leg, in, Keys.alone(body));
    } else {
      OutOfDialog.unsupportedType(in, leg.localTag(), KEY_TYPES);
    }
  }

  private static void press(InviteLeg leg, Incoming in, OptionalInt key) {
    key.ifPresent(leg::press);
    in.reply(key.isPresent() ? Response.OK : Response.BAD_REQUEST, leg.localTag());
  }

  /// A transfer is asked for, and told; nobody but our owner moves a leg (RFC 3515 §2.4.2).
  private static void refer(InviteLeg leg, Incoming in) {
    if (in.request().getHeader(ReferToHeader.NAME) instanceof ReferToHeader target) {
      in.reply(Response.DECLINE, leg.localTag());
      leg.tell(new SipEvent.Referred(target.getAddress().getURI().toString()));
    } else {
      in.reply(Response.BAD_REQUEST, leg.localTag());
    }
  }

  /// Without SDP it refreshes the session (RFC 3311 §5.2); offers come by re-INVITE only.
  private static void update(InviteLeg leg, Incoming in) {
    if (Bodies.of(in.request()).isPresent()) {
      in.reply(Response.NOT_ACCEPTABLE_HERE, leg.localTag());
      return;
    }
    leg.dialog().refreshTarget(in.request());
    Response ok = in.response(Response.OK, leg.localTag());
    ok.setHeader(leg.dialog().contact());
    in.send(ok);
  }
}
