package io.hushbridge.sip;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sip.ClientTransaction;
import javax.sip.ObjectInUseException;
import javax.sip.SipException;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/// A request of ours, through as many transactions as the peer's challenges ask for. A timeout
/// arrives as 408 and a broken transport as 503 (RFC 3261 §8.1.3.1), so every request ends in one
/// final response. Leg's mailbox only.
final class Asked {
  private final InviteLeg leg;
  private final Supplier<Request> maker;
  private final Consumer<Response> replies;
  private Request request;
  private @Nullable ClientTransaction transaction;
  private boolean heard;
  private @Nullable ExtraHeaders cancelling;
  private boolean cancelSent;
  private boolean done;

  /// Not yet sent.
  ///
  /// @param maker makes the request anew, with the next CSeq
  /// @param replies told of each response but 100
  Asked(InviteLeg leg, Supplier<Request> maker, Consumer<Response> replies) {
    this.leg = leg;
    this.maker = maker;
    this.replies = replies;
    this.request = maker.get();
  }

  /// The request as it was last sent.
  Request request() {
    return request;
  }

  /// From the stack's threads to the leg's mailbox.
  void post(Runnable task) {
    leg.post(task);
  }

  void send() {
    leg.credentials().authorise(request);
    heard = false;
    try {
      ClientTransaction fresh = leg.door().provider().getNewClientTransaction(request);
      transaction = fresh;
      fresh.setApplicationData(this);
      fresh.setRetransmitTimer((int) leg.t1().toMillis());
      fresh.sendRequest();
    } catch (SipException e) {
      leg.post(() -> failed(Response.SERVICE_UNAVAILABLE));
    }
  }

  /// No answer (408), or no way to the peer (503).
  void failed(int status) {
    if (!done) {
      arrived(Jain.made(() -> Jain.MESSAGES.createResponse(status, request)));
    }
  }

  void arrived(Response response) {
    if (done) {
      leg.late(response, request);
      return;
    }
    heard = true;
    if (response.getStatusCode() >= 200) {
      finish(response);
    } else {
      sendCancel();
      if (response.getStatusCode() > Response.TRYING) {
        replies.accept(response);
      }
    }
  }

  private void finish(Response response) {
    if (cancelling == null && leg.credentials().answer(request, response)) {
      request = maker.get();
      send();
      return;
    }
    done = true;
    leg.finished(this);
    replies.accept(response);
  }

  /// CANCEL, as soon as the peer has been heard (RFC 3261 §9.1). The final response still comes;
  /// where none does in 64*T1, 408 takes its place.
  void cancel(ExtraHeaders headers) {
    if (cancelling == null) {
      cancelling = headers;
      sendCancel();
    }
  }

  private void sendCancel() {
    ClientTransaction cancelled = transaction;
    ExtraHeaders headers = cancelling;
    if (cancelled == null || headers == null || !heard || cancelSent || done) {
      return;
    }
    cancelSent = true;
    leg.after(leg.t1().multipliedBy(64), this::abandon);
    try {
      Request cancel = cancelled.createCancel();
      headers.applyTo(cancel);
      leg.door().provider().getNewClientTransaction(cancel).sendRequest();
    } catch (SipException e) {
      leg.post(this::abandon);
    }
  }

  private void abandon() {
    if (done || transaction == null) {
      return;
    }
    failed(Response.REQUEST_TIMEOUT);
    try {
      transaction.terminate();
    } catch (ObjectInUseException e) {
      // The stack ends it at its own limit.
    }
  }
}
