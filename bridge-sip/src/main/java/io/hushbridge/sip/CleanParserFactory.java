package io.hushbridge.sip;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.parser.MessageParser;
import gov.nist.javax.sip.parser.MessageParserFactory;
import gov.nist.javax.sip.parser.ParseExceptionListener;
import gov.nist.javax.sip.parser.StringMsgParser;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.text.ParseException;

/// Parses as the stack does, but says nothing of what was wrong: the stack writes the parser's
/// words into the reason phrase of its 400, line feeds and the sender's text included. Public
/// because the stack makes it by name.
public final class CleanParserFactory implements MessageParserFactory {

  /// Made by the stack.
  public CleanParserFactory() {}

  @Override
  public MessageParser createMessageParser(SIPTransactionStack stack) {
    return new CleanParser();
  }

  private static final class CleanParser implements MessageParser {
    private final StringMsgParser parser = new StringMsgParser();

    @Override
    public SIPMessage parseSIPMessage(
        byte[] message, boolean readBody, boolean strict, ParseExceptionListener listener)
        throws ParseException {
      try {
        Singletons.check(message);
        return parser.parseSIPMessage(message, readBody, strict, listener);
      } catch (ParseException | RuntimeException e) {
        throw new ParseException("Malformed", 0);
      }
    }
  }
}
