package io.hushbridge.sip;

import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.stack.MessageProcessor;
import java.util.Properties;
import javax.sip.PeerUnavailableException;

/// The stack without its short cut. It hands a message for one of its own listening points to the
/// sender's channel instead of the network, which then looks like a message that came in there; it
/// knows its own by this list.
final class NetworkStack extends SipStackImpl {
  NetworkStack(Properties properties) throws PeerUnavailableException {
    super(properties);
  }

  @Override
  protected MessageProcessor[] getMessageProcessors() {
    return new MessageProcessor[0];
  }
}
