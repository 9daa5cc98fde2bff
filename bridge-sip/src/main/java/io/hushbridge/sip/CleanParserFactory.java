package io.hushbridge.sip;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.parser.MessageParser;
import gov.nist.javax.sip.parser.MessageParserFactory;
import gov.nist.javax.sip.parser.ParseExceptionListener;
import gov.nist.javax.sip.parser.StringMsgParser;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.nio.charset.StandardCharsets;
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
        SIPMessage parsed = parser.parseSIPMessage(message, readBody, strict, listener);
        if (parsed instanceof SIPRequest request && request.getRequestLine() != null) {
          request.getRequestLine().setSipVersion(version(message));
        }
        if (parsed != null && parsed.getContentLength() != null) {
          checkLength(parsed.getContentLength().getContentLength());
        }
        return parsed;
      } catch (ParseException | RuntimeException e) {
        throw new ParseException("Malformed", 0);
      }
    }

    /// Here, as the stack throws what nobody catches when a stream announces too much.
    private static void checkLength(int announced) throws ParseException {
      if (announced > StackProperties.LARGEST_MESSAGE) {
        throw new ParseException("Malformed", 0);
      }
    }

    /// As the request line ends; the stack's parser says 2.0 whatever it reads.
    private static String version(byte[] message) {
      int end = 0;
      while (end < message.length && message[end] != '\r' && message[end] != '\n') {
        end++;
      }
      String line = new String(message, 0, end, StandardCharsets.ISO_8859_1).stripTrailing();
      return line.substring(line.lastIndexOf(' ') + 1);
    }
  }
}
