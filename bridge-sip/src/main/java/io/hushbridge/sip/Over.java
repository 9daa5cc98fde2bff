package io.hushbridge.sip;

import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/// The owner has been told the end; what is left is for the peer.
final class Over extends Stage {
  private @Nullable Accepted unacknowledged;

  /// The last stage.
  ///
  /// @param unacknowledged a 2xx of ours that the peer must acknowledge before it can take our BYE
  ///   (RFC 3261 §15), if any
  Over(InviteLeg leg, @Nullable Accepted unacknowledged) {
    super(leg);
    this.unacknowledged = unacknowledged;
  }

  @Override
  void hangUp(ExtraHeaders headers) {}

  @Override
  void reinvited(Incoming invite) {
    invite.reply(Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST, leg.localTag());
  }

  @Override
  void bye(Incoming bye) {
    settle();
    bye.reply(Response.OK, leg.localTag());
  }

  @Override
  void acknowledged(Request ack) {
    if (unacknowledged != null && unacknowledged.isFor(ack)) {
      unacknowledged.acknowledged();
      settle();
    }
  }

  @Override
  void neverAcknowledged() {
    if (unacknowledged != null) {
      unacknowledged.acknowledged();
      settle();
    }
  }

  private void settle() {
    if (unacknowledged != null) {
      unacknowledged.stop();
      unacknowledged = null;
    }
  }

  @Override
  boolean idle() {
    return unacknowledged == null;
  }
}
