package io.hushbridge.sip;

import java.util.Optional;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/// What a leg answers challenges with (RFC 3261 §22): those of one realm, once each. Leg's mailbox
/// only.
final class Credentials {
  private static final String[] HEADERS = {"Authorization", "Proxy-Authorization"};

  private final Optional<Dial.Digest> digest;
  private final Chance chance;
  private @Nullable Challenge challenge;
  private int uses;

  Credentials(Optional<Dial.Digest> digest, Chance chance) {
    this.digest = digest;
    this.chance = chance;
  }

  /// Puts an answer to the last challenge on a request.
  void authorise(Request request) {
    Challenge known = challenge;
    if (known != null && digest.isPresent()) {
      uses++;
      Jain.set(
          request,
          known.answerHeader(),
          known.answer(
              digest.get(),
              request.getMethod(),
              request.getRequestURI().toString(),
              uses,
              chance.hex(8)));
    }
  }

  /// Whether a response is a challenge worth another try. It is not when the request had answered
  /// one already, unless only the nonce was stale.
  boolean answer(Request request, Response response) {
    int status = response.getStatusCode();
    if (digest.isEmpty() || (status != 401 && status != 407)) {
      return false;
    }
    Optional<Challenge> fresh = Challenge.of(response, digest.get().realm());
    boolean tried = fresh.isPresent() && request.getHeader(fresh.get().answerHeader()) != null;
    if (fresh.isEmpty() || (tried && !fresh.get().stale()) || fresh.get().sameNonce(challenge)) {
      return false;
    }
    challenge = fresh.get();
    uses = 0;
    return true;
  }

  /// An ACK carries what its INVITE carried (RFC 3261 §22.1).
  static void copy(Message from, Message to) {
    for (String name : HEADERS) {
      if (from.getHeader(name) != null) {
        to.setHeader(from.getHeader(name));
      }
    }
  }
}
