package io.hushbridge.sip;

import java.util.Set;
import javax.sip.message.Request;
import javax.sip.message.Response;

/// Answers that need no leg. Any thread.
final class OutOfDialog {
  /// Methods that make sense to nobody here (405); others are nobody's at all (501).
  private static final Set<String> KNOWN =
      Set.of(
          Request.REGISTER,
          Request.SUBSCRIBE,
          Request.NOTIFY,
          Request.MESSAGE,
          Request.PUBLISH,
          Request.PRACK,
          Request.REFER,
          Request.UPDATE,
          Request.INFO);

  private OutOfDialog() {}

  /// OPTIONS and the methods that nothing else answers.
  static void answer(Incoming in, String localTag) {
    if (in.method().equals(Request.OPTIONS)) {
      Response ok = in.response(Response.OK, localTag);
      Jain.set(ok, "Allow", Door.ALLOW);
      Jain.set(ok, "Accept", Bodies.SESSION_TYPES + ", " + InDialog.KEY_TYPES);
      in.send(ok);
      return;
    }
    Response refusal =
        in.response(
            KNOWN.contains(in.method()) ? Response.METHOD_NOT_ALLOWED : Response.NOT_IMPLEMENTED,
            localTag);
    Jain.set(refusal, "Allow", Door.ALLOW);
    in.send(refusal);
  }

  static void unsupportedType(Incoming in, String localTag, String accepted) {
    Response refusal = in.response(Response.UNSUPPORTED_MEDIA_TYPE, localTag);
    Jain.set(refusal, "Accept", accepted);
    in.send(refusal);
  }
}
