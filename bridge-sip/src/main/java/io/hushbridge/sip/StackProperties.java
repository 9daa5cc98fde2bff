package io.hushbridge.sip;

import java.util.Properties;

/// Settings of the stack. Most defaults of JAIN SIP RI suit a laboratory: unbounded queues, a
/// thread for each datagram, answers of its own to what it takes for errors. Each value here was
/// measured against its default.
final class StackProperties {
  /// Largest message we read; without a limit every datagram costs a fresh 64 KiB.
  static final int LARGEST_MESSAGE = 16_384;

  private StackProperties() {}

  static Properties of() {
    Properties p = new Properties();
    p.setProperty("javax.sip.STACK_NAME", "hushbridge");
    // Dialogs are ours: the stack answers for nobody.
    p.setProperty("javax.sip.AUTOMATIC_DIALOG_SUPPORT", "off");
    nist(p, "AUTOMATIC_DIALOG_ERROR_HANDLING", false);
    nist(p, "IS_BACK_TO_BACK_USER_AGENT", false);
    nist(p, "DELIVER_UNSOLICITED_NOTIFY", true);
    nist(p, "REJECT_STRAY_RESPONSES", true);
    nist(p, "PATCH_SIP_WEBSOCKETS_HEADERS", false);

    nist(p, "STACK_LOGGER", StackLog.class.getName());
    nist(p, "SERVER_LOGGER", WireLog.class.getName());
    nist(p, "MESSAGE_PARSER_FACTORY", CleanParserFactory.class.getName());

    // Threads: a listener that only posts to mailboxes may be called by all of them.
    nist(p, "REENTRANT_LISTENER", true);
    // One per UDP listening point: several would overtake each other within a call, so that an ACK
    // comes after the re-INVITE that followed it.
    nist(p, "THREAD_POOL_SIZE", 1);
    nist(p, "TCP_POST_PARSING_THREAD_POOL_SIZE", 4);
    nist(p, "THREAD_PRIORITY", Thread.NORM_PRIORITY);
    nist(p, "TIMER_CLASS_NAME", StackTimer.class.getName());
    nist(p, "MAX_LISTENER_RESPONSE_TIME", 5);

    // Floods: what waits longer than this is not worth an answer.
    nist(p, "MAX_MESSAGE_SIZE", LARGEST_MESSAGE);
    nist(p, "CONGESTION_CONTROL_TIMEOUT", 500);
    nist(p, "RECEIVE_UDP_BUFFER_SIZE", 1 << 20);
    nist(p, "SEND_UDP_BUFFER_SIZE", 1 << 20);
    nist(p, "MAX_CONNECTIONS", 500);
    nist(p, "READ_TIMEOUT", 5000);
    nist(p, "CONNECTION_TIMEOUT", 2000);
    nist(p, "RELIABLE_CONNECTION_KEEP_ALIVE_TIMEOUT", 120);
    nist(p, "MIN_KEEPALIVE_TIME_SECONDS", 10);

    // Memory: transactions let go of their messages, and none lives for ever.
    nist(p, "RELEASE_REFERENCES_STRATEGY", "Normal");
    nist(p, "MAX_TX_LIFETIME_INVITE", 240);
    nist(p, "MAX_TX_LIFETIME_NON_INVITE", 40);
    return p;
  }

  private static void nist(Properties properties, String name, Object value) {
    properties.setProperty("gov.nist.javax.sip." + name, value.toString());
  }
}
