package io.hushbridge.sip;

import gov.nist.javax.sip.address.AddressFactoryImpl;
import gov.nist.javax.sip.header.HeaderFactoryImpl;
import gov.nist.javax.sip.message.MessageFactoryImpl;
import gov.nist.javax.sip.parser.StringMsgParser;
import java.text.ParseException;
import javax.sip.address.AddressFactory;
import javax.sip.header.Header;
import javax.sip.header.HeaderFactory;
import javax.sip.message.Message;
import javax.sip.message.MessageFactory;

/// The stack's stateless makers of addresses, headers and messages.
final class Jain {
  static final AddressFactory ADDRESSES = new AddressFactoryImpl();
  static final HeaderFactory HEADERS = new HeaderFactoryImpl();
  static final MessageFactory MESSAGES = new MessageFactoryImpl();

  private Jain() {}

  /// A header, which is a list where its kind allows several values.
  static Header header(String name, String value) throws ParseException {
    return StringMsgParser.parseSIPHeader(name + ": " + value);
  }

  /// Puts a header of ours, whose value cannot fail to parse, in the place of any other.
  static void set(Message message, String name, String value) {
    message.setHeader(made(() -> header(name, value)));
  }

  /// Runs a maker whose input has been checked before.
  static <T> T made(Maker<T> maker) {
    try {
      return maker.make();
    } catch (Exception e) {
      throw new IllegalStateException("a message of ours does not parse", e);
    }
  }

  /// The same for input from a caller of this package, who is told what is wrong with it.
  static <T> T parsed(String what, Maker<T> maker) {
    try {
      return maker.make();
    } catch (ParseException _) { // it repeats the input, which may be a secret
      throw new IllegalArgumentException(what + " does not parse");
    } catch (Exception e) {
      throw new IllegalStateException(what, e);
    }
  }

  /// What the factories do: anything they are asked for may fail.
  @FunctionalInterface
  interface Maker<T> {
    T make() throws Exception;
  }
}
