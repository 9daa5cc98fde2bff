package io.hushbridge.sip;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sip.address.Address;
import javax.sip.address.SipURI;
import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.header.ContactHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.Header;
import javax.sip.header.HeaderAddress;
import javax.sip.header.RecordRouteHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/// The state of a dialog that RFC 3261 §12 lists, and the requests made of it. Ours rather than the
/// stack's: nine plain fields that can be stored, and no hidden timers. Before the peer has
/// answered our INVITE it has no remote tag and the dialled target. Leg's mailbox only.
final class Dialog {
  private final Door door;
  private final String callId;
  private final String localTag;
  private final Address local;
  private final Address remote;
  private final @Nullable String remoteTag;
  private final List<Address> routes;
  private final String contactUser;
  private final String contactParameters;
  private SipURI target;
  private long localSequence;
  private long remoteSequence = -1;

  private Dialog(
      Door door,
      String callId,
      Address local,
      String localTag,
      Address remote,
      @Nullable String remoteTag,
      List<Address> routes,
      SipURI target,
      String contactUser,
      String contactParameters) {
    this.door = door;
    this.callId = callId;
    this.local = local;
    this.localTag = localTag;
    this.remote = remote;
    this.remoteTag = remoteTag;
    this.routes = List.copyOf(routes);
    this.target = target;
    this.contactUser = contactUser;
    this.contactParameters = contactParameters;
  }

  /// What an INVITE of ours starts with.
  static Dialog dialled(Door door, Dial dial, SipURI target, Chance chance) {
    Address remote =
        Jain.made(
            () ->
                Jain.ADDRESSES.createAddress(
                    Jain.ADDRESSES.createSipURI(target.getUser(), target.getHost())));
    return new Dialog(
        door,
        chance.callId(),
        door.address(dial.fromUser()),
        chance.tag(),
        remote,
        null,
        List.of(),
        target,
        dial.fromUser(),
        dial.contactParameters());
  }

  /// The UAC's side of a dialog, made by a 2xx to our INVITE (RFC 3261 §12.1.2). A 2xx without a
  /// Contact keeps the target.
  Dialog confirmedBy(Response response) {
    List<Address> recorded = recordedRoutes(response);
    Collections.reverse(recorded);
    Dialog confirmed =
        new Dialog(
            door,
            callId,
            local,
            localTag,
            remote,
            ((ToHeader) response.getHeader(ToHeader.NAME)).getTag(),
            recorded,
            contactOf(response).orElse(target),
            contactUser,
            contactParameters);
    confirmed.localSequence = localSequence;
    return confirmed;
  }

  /// What a 2xx to an INVITE of ours tells when nobody remembers the leg.
  static Dialog forgotten(Door door, Response response) {
    FromHeader from = (FromHeader) response.getHeader(FromHeader.NAME);
    ToHeader to = (ToHeader) response.getHeader(ToHeader.NAME);
    List<Address> recorded = recordedRoutes(response);
    Collections.reverse(recorded);
    Dialog dialog =
        new Dialog(
            door,
            callIdOf(response),
            from.getAddress(),
            from.getTag(),
            to.getAddress(),
            to.getTag(),
            recorded,
            contactOf(response).orElseGet(() -> (SipURI) to.getAddress().getURI()),
            "",
            "");
    dialog.localSequence = sequenceOf(response);
    return dialog;
  }

  /// The UAS's side of a dialog, made by a peer's INVITE (RFC 3261 §12.1.1).
  static Dialog invited(Door door, Request invite, SipURI contact, String localTag) {
    FromHeader from = (FromHeader) invite.getHeader(FromHeader.NAME);
    ToHeader to = (ToHeader) invite.getHeader(ToHeader.NAME);
    List<Address> recorded = recordedRoutes(invite);
    SipURI target = (SipURI) contact.clone();
    if (recorded.isEmpty() && target.getTransportParam() == null) {
      // Contacts often leave out the transport that they came by.
      String cameBy = Incoming.transportOf(invite);
      Jain.made(
          () -> {
            target.setTransportParam(cameBy);
            return target;
          });
    }
    String user = invite.getRequestURI() instanceof SipURI uri ? uri.getUser() : null;
    Dialog dialog =
        new Dialog(
            door,
            callIdOf(invite),
            to.getAddress(),
            localTag,
            from.getAddress(),
            from.getTag(),
            recorded,
            target,
            user == null || !Door.isUser(user) ? "" : user,
            door.listener().contactParameters());
    dialog.remoteSequence = sequenceOf(invite);
    return dialog;
  }

  /// A request in this dialog, with the next CSeq.
  Request request(String method) {
    localSequence++;
    Request request = request(method, localSequence);
    if (method.equals(Request.INVITE)) {
      request.setHeader(contact());
      Jain.set(request, "Allow", Door.ALLOW);
      Jain.set(request, "Accept", Bodies.SESSION_TYPES);
    }
    return request;
  }

  /// The ACK to a 2xx (RFC 3261 §13.2.2.4): by the dialog's route, with the INVITE's number.
  Request ack(long sequence) {
    return request(Request.ACK, sequence);
  }

  private Request request(String method, long sequence) {
    Request request =
        Jain.made(
            () ->
                Jain.MESSAGES.createRequest(
                    target,
                    method,
                    Jain.HEADERS.createCallIdHeader(callId),
                    Jain.HEADERS.createCSeqHeader(sequence, method),
                    Jain.HEADERS.createFromHeader(local, localTag),
                    Jain.HEADERS.createToHeader(remote, remoteTag),
                    List.of(door.via(transport())),
                    Jain.HEADERS.createMaxForwardsHeader(70)));
    for (Address route : routes) {
      Header header = Jain.HEADERS.createRouteHeader(route);
      request.addHeader(header);
    }
    door.sign(request);
    return request;
  }

  ContactHeader contact() {
    return door.contact(contactUser, transport(), contactParameters);
  }

  /// Of the next hop: the first route's, or the target's.
  private String transport() {
    SipURI hop =
        !routes.isEmpty() && routes.getFirst().getURI() instanceof SipURI route ? route : target;
    String named = hop.getTransportParam();
    return named == null ? "udp" : named.toLowerCase(Locale.ROOT);
  }

  Door door() {
    return door;
  }

  String callId() {
    return callId;
  }

  String localTag() {
    return localTag;
  }

  boolean confirmed() {
    return remoteTag != null;
  }

  /// Whether a request in this dialog comes from the peer we know.
  boolean isFrom(Request request) {
    String tag = ((FromHeader) request.getHeader(FromHeader.NAME)).getTag();
    return remoteTag == null || remoteTag.equals(tag);
  }

  boolean isFrom(Response response) {
    return remoteTag == null
        || remoteTag.equals(((ToHeader) response.getHeader(ToHeader.NAME)).getTag());
  }

  /// Whether a request's CSeq is above all seen before; then it is the highest (RFC 3261 §12.2.2).
  boolean inOrder(Request request) {
    boolean higher = sequenceOf(request) > remoteSequence;
    remoteSequence = Math.max(remoteSequence, sequenceOf(request));
    return higher;
  }

  /// A re-INVITE or its 2xx may move the peer (RFC 3261 §12.2).
  void refreshTarget(Message message) {
    contactOf(message).ifPresent(contact -> target = contact);
  }

  static Optional<SipURI> contactOf(Message message) {
    return message.getHeader(ContactHeader.NAME) instanceof ContactHeader contact
            && contact.getAddress().getURI() instanceof SipURI uri
        ? Optional.of(uri)
        : Optional.empty();
  }

  private static List<Address> recordedRoutes(Message message) {
    List<Address> routes = new ArrayList<>();
    for (var headers = message.getHeaders(RecordRouteHeader.NAME); headers.hasNext(); ) {
      routes.add(((HeaderAddress) headers.next()).getAddress());
    }
    return routes;
  }

  static String callIdOf(Message message) {
    return ((CallIdHeader) message.getHeader(CallIdHeader.NAME)).getCallId();
  }

  static long sequenceOf(Message message) {
    return ((CSeqHeader) message.getHeader(CSeqHeader.NAME)).getSeqNumber();
  }
}
