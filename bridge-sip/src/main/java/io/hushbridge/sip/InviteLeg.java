package io.hushbridge.sip;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javax.sip.SipException;
import javax.sip.header.CSeqHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Behind a [Leg]: a mailbox, and a [Stage] that decides what is done in it. All but `post` and
/// `after` is for the mailbox only.
final class InviteLeg {
  private static final Logger log = LoggerFactory.getLogger(InviteLeg.class);

  private final Exchange exchange;
  private final Mailbox mailbox;
  private final Leg face = new PostedLeg(this);
  private final Door door;
  private final String callId;
  private final String localTag;
  private final Legs.@Nullable InviteKey invitedBy;
  private final Credentials credentials;
  private final Set<Asked> open = new HashSet<>();
  private LegEvents events = event -> {};
  private IntConsumer keys = key -> {};
  private Dialog dialog;
  private @Nullable Stage stage;

  /// Not yet begun.
  ///
  /// @param invitedBy what tells the peer's INVITE from others; null where the INVITE is ours
  InviteLeg(
      Exchange exchange,
      Dialog dialog,
      Legs.@Nullable InviteKey invitedBy,
      Credentials credentials) {
    this.exchange = exchange;
    this.mailbox = new Mailbox(exchange.mailboxes());
    this.door = dialog.door();
    this.callId = dialog.callId();
    this.localTag = dialog.localTag();
    this.invitedBy = invitedBy;
    this.credentials = credentials;
    this.dialog = dialog;
  }

  /// What the owner holds.
  Leg face() {
    return face;
  }

  /// Any thread.
  void post(Runnable task) {
    mailbox.post(
        () -> {
          try {
            task.run();
          } catch (RuntimeException e) {
            log.error("leg {} failed and is given up", callId, e);
            giveUp();
          }
          tidy();
        });
  }

  private void giveUp() {
    tell(new SipEvent.Ended(SipEvent.By.FAILURE, Map.of()));
    forgetOwner();
    try {
      stage().hangUp(ExtraHeaders.NONE);
    } finally {
      if (!isOver()) {
        become(new Over(this, null));
      }
    }
  }

  private void forgetOwner() {
    events = event -> {};
    keys = key -> {};
  }

  /// Runs a task in the mailbox, later. Any thread.
  ///
  /// @return undoes it, if it is not too late
  Runnable after(Duration wait, Runnable task) {
    return exchange.after(wait, () -> post(task));
  }

  private void tidy() {
    if (stage != null && stage.idle() && open.isEmpty()) {
      exchange.legs().remove(this);
    }
  }

  /// The first task of a leg.
  void begin(Stage first) {
    stage = first;
  }

  void eventsTo(LegEvents events) {
    this.events = events;
  }

  void become(Stage next) {
    stage = next;
  }

  Stage stage() {
    if (stage == null) {
      throw new IllegalStateException("the leg has not begun");
    }
    return stage;
  }

  void tell(SipEvent event) {
    try {
      events.happened(event);
    } catch (RuntimeException e) {
      log.error("the owner of leg {} failed on an event", callId, e);
    }
  }

  /// The last event; nothing more will come.
  void over(SipEvent last) {
    over(last, null);
  }

  void over(SipEvent last, @Nullable Accepted unacknowledged) {
    become(new Over(this, unacknowledged));
    tell(last);
    forgetOwner();
  }

  void keysTo(IntConsumer keys) {
    this.keys = keys;
  }

  void press(int key) {
    keys.accept(key);
  }

  /// Sends a request.
  Asked ask(Supplier<Request> maker, Consumer<Response> replies) {
    Asked asked = new Asked(this, maker, replies);
    open.add(asked);
    asked.send();
    return asked;
  }

  void finished(Asked asked) {
    open.remove(asked);
  }

  void sendBye(ExtraHeaders headers) {
    bye(dialog, headers);
  }

  private void bye(Dialog of, ExtraHeaders headers) {
    Asked _ =
        ask(
            () -> {
              Request bye = of.request(Request.BYE);
              headers.applyTo(bye);
              return bye;
            },
            reply -> {});
  }

  /// A 2xx has made the dialog.
  void confirm(Response answer, @Nullable Request invite) {
    dialog = dialog.confirmedBy(answer);
    ack(dialog, answer, invite);
  }

  void ack(Dialog of, Response answer, @Nullable Request invite) {
    Request ack = of.ack(Dialog.sequenceOf(answer));
    if (invite != null) {
      Credentials.copy(invite, ack);
    }
    try {
      door.provider().sendRequest(ack);
    } catch (SipException e) {
      log.debug("ACK not sent on leg {}: the 2xx will come again", callId);
    }
  }

  /// A response whose transaction is done: a 2xx to an INVITE must be acknowledged each time it
  /// comes (RFC 3261 §13.2.2.4), and one of another fork is hung up.
  void late(Response response, @Nullable Request invite) {
    boolean toInvite =
        ((CSeqHeader) response.getHeader(CSeqHeader.NAME)).getMethod().equals(Request.INVITE);
    if (!toInvite || response.getStatusCode() / 100 != 2) {
      return;
    }
    if (dialog.confirmed() && dialog.isFrom(response)) {
      ack(dialog, response, invite);
    } else {
      Dialog other = dialog.confirmedBy(response);
      ack(other, response, invite);
      bye(other, ExtraHeaders.NONE);
    }
  }

  /// A request in this dialog, other than ACK and CANCEL.
  void requested(Incoming request) {
    boolean invite = request.method().equals(Request.INVITE);
    if (!dialog.isFrom(request.request())) {
      request.reply(Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST, localTag);
    } else if (!dialog.inOrder(request.request())) {
      if (invite) {
        stage().invitedAgain(request);
      } else {
        request.reply(Response.SERVER_INTERNAL_ERROR, localTag);
      }
    } else if (invite) {
      stage().reinvited(request);
    } else if (request.method().equals(Request.BYE)) {
      stage().bye(request);
    } else {
      InDialog.answer(this, request);
    }
  }

  Door door() {
    return door;
  }

  Dialog dialog() {
    return dialog;
  }

  String callId() {
    return callId;
  }

  String localTag() {
    return localTag;
  }

  Legs.@Nullable InviteKey invitedBy() {
    return invitedBy;
  }

  /// Who invites chooses the Call-ID (RFC 3261 §8.1.1.4).
  boolean ownsCallId() {
    return invitedBy == null;
  }

  Credentials credentials() {
    return credentials;
  }

  Chance chance() {
    return exchange.chance();
  }

  Duration t1() {
    return exchange.t1();
  }

  boolean isOver() {
    return stage instanceof Over;
  }

  int openRequests() {
    return open.size();
  }
}
