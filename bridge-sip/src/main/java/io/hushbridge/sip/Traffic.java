package io.hushbridge.sip;

import gov.nist.javax.sip.ServerTransactionExt;
import java.util.Map;
import java.util.Optional;
import javax.sip.ClientTransaction;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionAlreadyExistsException;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.address.SipURI;
import javax.sip.header.CSeqHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the stack delivers, sorted to the legs. The stack's threads, which hold a transaction's
/// lock meanwhile: everything is posted, nothing is waited for.
final class Traffic implements SipListener {
  private static final Logger log = LoggerFactory.getLogger(Traffic.class);

  private final Exchange exchange;
  private final Map<SipProvider, Door> doors;
  private final IncomingCalls calls;
  private volatile boolean closing;

  Traffic(Exchange exchange, Map<SipProvider, Door> doors, IncomingCalls calls) {
    this.exchange = exchange;
    this.doors = doors;
    this.calls = calls;
  }

  /// No new calls from now on.
  void close() {
    closing = true;
  }

  @Override
  public void processRequest(RequestEvent event) {
    Door door = doors.get((SipProvider) event.getSource());
    Request request = event.getRequest();
    if (door == null) {
      return;
    }
    if (request.getMethod().equals(Request.ACK)) {
      legOf(request).ifPresent(leg -> leg.post(() -> leg.stage().acknowledged(request)));
      return;
    }
    try {
      ServerTransaction transaction = event.getServerTransaction();
      if (transaction == null) {
        transaction = door.provider().getNewServerTransaction(request);
      }
      sort(new Incoming(door, request, transaction));
    } catch (TransactionAlreadyExistsException e) {
      // A retransmission: the transaction answers it.
    } catch (SipException | RuntimeException e) {
      refuseWithoutTransaction(door, request);
    }
  }

  private static void refuseWithoutTransaction(Door door, Request request) {
    try {
      Response refusal =
          Jain.made(() -> Jain.MESSAGES.createResponse(Response.BAD_REQUEST, request));
      door.sign(refusal);
      door.provider().sendResponse(refusal);
    } catch (SipException | IllegalStateException e) {
      log.debug("a malformed {} is not answered", request.getMethod());
    }
  }

  private void sort(Incoming in) {
    String freshTag = exchange.chance().tag();
    Optional<Response> refusal = Screening.refusal(in, freshTag);
    if (refusal.isPresent()) {
      in.send(refusal.get());
    } else if (in.method().equals(Request.CANCEL)) {
      cancel(in, freshTag);
    } else if (in.inDialog()) {
      inDialog(in);
    } else if (in.method().equals(Request.INVITE)) {
      invite(in, freshTag);
    } else if (in.method().equals(Request.BYE)) {
      in.reply(Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST, freshTag);
    } else {
      OutOfDialog.answer(in, freshTag);
    }
  }

  private void inDialog(Incoming in) {
    Optional<InviteLeg> found = legOf(in.request());
    if (found.isEmpty()) {
      in.reply(Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST, "");
      return;
    }
    InviteLeg leg = found.get();
    in.transaction().setApplicationData(leg);
    leg.post(() -> leg.requested(in));
  }

  private void invite(Incoming in, String localTag) {
    if (closing) {
      in.reply(Response.SERVICE_UNAVAILABLE, localTag);
      return;
    }
    SipURI contact = Dialog.contactOf(in.request()).orElseThrow();
    Dialog dialog = Dialog.invited(in.door(), in.request(), contact, localTag);
    Credentials none = new Credentials(Optional.empty(), exchange.chance());
    InviteLeg leg = new InviteLeg(exchange, dialog, keyOf(in.request()), none);
    Optional<InviteLeg> known = exchange.legs().add(leg);
    if (known.isPresent()) {
      known.get().post(() -> known.get().stage().invitedAgain(in));
      return;
    }
    in.transaction().setApplicationData(leg);
    leg.post(
        () -> {
          in.reply(Response.TRYING, localTag);
          leg.begin(new Ringing(leg, in));
          leg.eventsTo(calls.invited(leg.face(), invited(in)));
        });
  }

  private static Legs.InviteKey keyOf(Request invite) {
    return new Legs.InviteKey(
        Dialog.callIdOf(invite),
        ((FromHeader) invite.getHeader(FromHeader.NAME)).getTag(),
        Dialog.sequenceOf(invite));
  }

  private static Invited invited(Incoming in) {
    Request request = in.request();
    return new Invited(
        in.door().listener().name(),
        in.source(),
        userOf((SipURI) request.getRequestURI()),
        ((FromHeader) request.getHeader(FromHeader.NAME)).getAddress().getURI()
                instanceof SipURI uri
            ? userOf(uri)
            : "",
        Bodies.of(request),
        ExtraHeaders.of(request));
  }

  private static String userOf(SipURI uri) {
    return uri.getUser() == null ? "" : Door.user(uri.getUser());
  }

  private void cancel(Incoming in, String freshTag) {
    ServerTransaction cancelled =
        ((ServerTransactionExt) in.transaction()).getCanceledInviteTransaction();
    if (cancelled != null && cancelled.getApplicationData() instanceof InviteLeg leg) {
      in.reply(Response.OK, leg.localTag());
      leg.post(() -> leg.stage().cancelled(in));
    } else {
      in.reply(Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST, freshTag);
    }
  }

  private Optional<InviteLeg> legOf(Request request) {
    String localTag = ((ToHeader) request.getHeader(ToHeader.NAME)).getTag();
    return exchange.legs().find(Dialog.callIdOf(request), localTag);
  }

  @Override
  public void processResponse(ResponseEvent event) {
    Response response = event.getResponse();
    ClientTransaction transaction = event.getClientTransaction();
    if (transaction != null && transaction.getApplicationData() instanceof Asked asked) {
      asked.post(() -> asked.arrived(response));
    } else if (isAcceptedInvite(response)) {
      stray((SipProvider) event.getSource(), response);
    }
  }

  private static boolean isAcceptedInvite(Response response) {
    return response.getStatusCode() / 100 == 2
        && ((CSeqHeader) response.getHeader(CSeqHeader.NAME)).getMethod().equals(Request.INVITE);
  }

  /// A 2xx whose transaction is gone. Where the leg is gone too, the peer must still not be left
  /// with a call of its own: ACK and BYE.
  private void stray(SipProvider provider, Response response) {
    String localTag = ((FromHeader) response.getHeader(FromHeader.NAME)).getTag();
    Optional<InviteLeg> found = exchange.legs().find(Dialog.callIdOf(response), localTag);
    Door door = doors.get(provider);
    if (found.isPresent()) {
      found.get().post(() -> found.get().late(response, null));
    } else if (door != null) {
      exchange
          .mailboxes()
          .execute(
              () -> {
                try {
                  Dialog dialog = Dialog.forgotten(door, response);
                  provider.sendRequest(dialog.ack(Dialog.sequenceOf(response)));
                  provider.sendRequest(dialog.request(Request.BYE));
                } catch (SipException | RuntimeException e) {
                  log.debug("a stray 2xx could not be ended");
                }
              });
    }
  }

  @Override
  public void processTimeout(TimeoutEvent event) {
    if (!event.isServerTransaction()
        && event.getClientTransaction().getApplicationData() instanceof Asked asked) {
      asked.post(() -> asked.failed(Response.REQUEST_TIMEOUT));
    }
  }

  @Override
  public void processIOException(IOExceptionEvent event) {
    if (event.getSource() instanceof ClientTransaction transaction
        && transaction.getApplicationData() instanceof Asked asked) {
      asked.post(() -> asked.failed(Response.SERVICE_UNAVAILABLE));
    }
  }

  @Override
  public void processTransactionTerminated(TransactionTerminatedEvent event) {}

  @Override
  public void processDialogTerminated(DialogTerminatedEvent event) {}
}
