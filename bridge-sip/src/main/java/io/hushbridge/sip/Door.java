package io.hushbridge.sip;

import gov.nist.javax.sip.header.ContactList;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.sip.SipProvider;
import javax.sip.address.Address;
import javax.sip.address.SipURI;
import javax.sip.header.ContactHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Message;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/// One listener, and what a message that passes it says about us. Any thread.
record Door(SipSettings.Listener listener, int port, SipProvider provider, String userAgent) {

  /// What we take (RFC 3261 §20.5).
  static final String ALLOW = "INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE, REFER";

  /// RFC 3261 §25.1 user, without a password.
  private static final Pattern USER = Pattern.compile("[A-Za-z0-9._!~*'()&=+$,;?/%-]*");

  private static final Pattern PLAIN = Pattern.compile("[!-~&&[^<>\"]]+");
  private static final Pattern PARAMETERS = Pattern.compile("[ -~&&[^,]]*");

  static boolean isUser(String text) {
    return USER.matcher(text).matches();
  }

  /// A user as it may stand in a URI: what the parser takes beyond that is escaped (RFC 3261
  /// §19.1.2).
  static String user(String text) {
    StringBuilder user = new StringBuilder();
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      String plain = String.valueOf((char) (octet & 0xff));
      user.append(isUser(plain) ? plain : "%%%02X".formatted(octet & 0xff));
    }
    return user.toString();
  }

  /// Whether a URI holds nothing that could end it where it stands.
  static boolean isPlain(String uri) {
    return PLAIN.matcher(uri).matches();
  }

  /// Whether this may follow the address in a Contact.
  static boolean isParameters(String text) {
    return PARAMETERS.matcher(text).matches();
  }

  /// A Via of ours, that asks for the answer on the path of the request (RFC 3581 §3).
  ViaHeader via(String transport) {
    return Jain.made(
        () -> {
          ViaHeader via = Jain.HEADERS.createViaHeader(listener.host(), port, transport, null);
          via.setRPort();
          return via;
        });
  }

  Address address(String user) {
    return Jain.made(
        () -> Jain.ADDRESSES.createAddress(Jain.ADDRESSES.createSipURI(user, listener.host())));
  }

  /// Where the peer reaches this leg.
  ContactHeader contact(String user, String transport, String parameters) {
    String text = contactText(user, transport.toLowerCase(Locale.ROOT), parameters);
    ContactList contacts = Jain.made(() -> (ContactList) Jain.header("Contact", text));
    return (ContactHeader) contacts.getFirst();
  }

  private String contactText(String user, String transport, String parameters) {
    SipURI uri = Jain.made(() -> Jain.ADDRESSES.createSipURI(user, listener.host()));
    uri.setPort(port);
    Jain.made(
        () -> {
          uri.setTransportParam(transport);
          return uri;
        });
    String own = parameters.isEmpty() || parameters.startsWith(";") ? parameters : ";" + parameters;
    return "<" + uri + ">" + own;
  }

  /// Whether our listeners speak a transport, as a URI names it.
  static boolean carries(@Nullable String transport) {
    return transport == null
        || transport.equalsIgnoreCase("udp")
        || transport.equalsIgnoreCase("tcp");
  }

  /// Signs a message of ours.
  void sign(Message message) {
    boolean response = message instanceof Response;
    Jain.set(message, response ? "Server" : "User-Agent", userAgent);
  }
}
