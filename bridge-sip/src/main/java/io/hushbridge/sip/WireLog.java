package io.hushbridge.sip;

import gov.nist.core.ServerLogger;
import gov.nist.javax.sip.message.SIPMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sip.SipStack;
import javax.sip.message.Request;

/// Where the stack shows each message that it sends or receives: passes it to a [SipTrace], without
/// its body. Public because the stack makes it by name.
public final class WireLog implements ServerLogger {
  private static final Pattern MEDIA = Pattern.compile("(?m)^m=");
  private static final Pattern DIRECTION =
      Pattern.compile("(?m)^a=(sendrecv|sendonly|recvonly|inactive)\\s*$");

  private volatile SipTrace trace = SipTrace.NONE;
  private volatile Map<String, String> listeners = Map.of();

  /// Made by the stack.
  public WireLog() {}

  /// Whom to show messages.
  ///
  /// @param listeners names by `host:port`
  void show(SipTrace trace, Map<String, String> listeners) {
    this.listeners = Map.copyOf(listeners);
    this.trace = trace;
  }

  @Override
  public void logMessage(SIPMessage message, String from, String to, boolean sent, long millis) {
    SipTrace watching = trace;
    if (watching == SipTrace.NONE || message.getCSeq().getMethod().equals(Request.INFO)) {
      return;
    }
    String own = sent ? from : to;
    watching.passed(
        new SipTrace.Message(
            Instant.ofEpochMilli(millis > 0 ? millis : System.currentTimeMillis()),
            sent ? SipTrace.Direction.SENT : SipTrace.Direction.RECEIVED,
            listeners.getOrDefault(own, own),
            sent ? to : from,
            message.getFirstLine().strip(),
            message.getCallId().getCallId(),
            message.getCSeq().getSeqNumber() + " " + message.getCSeq().getMethod(),
            media(message)));
  }

  private static String media(SIPMessage message) {
    byte[] content = message.getRawContent();
    if (content == null) {
      return "";
    }
    String[] parts = MEDIA.split(new String(content, StandardCharsets.UTF_8), -1);
    String session = direction(parts[0], "sendrecv");
    return Arrays.stream(parts)
        .skip(1)
        .map(stream -> direction(stream, session))
        .collect(Collectors.joining(","));
  }

  private static String direction(String part, String otherwise) {
    Matcher matcher = DIRECTION.matcher(part);
    return matcher.find() ? matcher.group(1) : otherwise;
  }

  @Override
  public void logMessage(
      SIPMessage message, String from, String to, String status, boolean sent, long millis) {
    logMessage(message, from, to, sent, millis);
  }

  @Override
  public void logMessage(SIPMessage message, String from, String to, String status, boolean sent) {
    logMessage(message, from, to, sent, 0);
  }

  @Override
  public void logException(Exception cause) {}

  @Override
  public void closeLogFile() {}

  @Override
  public void setStackProperties(Properties properties) {}

  @Override
  public void setSipStack(SipStack stack) {}
}
