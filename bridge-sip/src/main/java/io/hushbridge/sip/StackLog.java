package io.hushbridge.sip;

import gov.nist.core.StackLogger;
import java.util.Properties;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The stack's own complaints, cut short: it prints whole datagrams, and a datagram may hold a key.
/// Debug, as what matters of them to a call arrives there as an event, and strangers can cause
/// them. Public because the stack makes it by name.
public final class StackLog implements StackLogger {
  private static final Logger log = LoggerFactory.getLogger(StackLog.class);
  private static final int LONGEST = 120;
  private static final Pattern REST_OF_MESSAGE = Pattern.compile("[\\r\\n\\[].*", Pattern.DOTALL);

  /// Made by the stack.
  public StackLog() {}

  /// The first line of a message, up to any dump, without digits.
  static String shortened(String message) {
    String line = REST_OF_MESSAGE.matcher(message).replaceFirst("");
    return line.substring(0, Math.min(LONGEST, line.length())).replaceAll("[0-9]", "#");
  }

  @Override
  public void logFatalError(String message) {
    log.error("sip stack: {}", shortened(message));
  }

  @Override
  public void logError(String message) {
    log.debug("sip stack: {}", shortened(message));
  }

  @Override
  public void logError(String message, Exception cause) {
    log.debug("sip stack: {} ({})", shortened(message), cause.getClass().getName());
  }

  @Override
  public void logWarning(String message) {
    log.debug("sip stack: {}", shortened(message));
  }

  @Override
  public void logException(Throwable cause) {
    log.debug("sip stack: {}", cause.getClass().getName());
  }

  /// [WireLog] is only called where messages may be traced; everything finer stays off.
  @Override
  public boolean isLoggingEnabled(int level) {
    return level <= TRACE_MESSAGES;
  }

  @Override
  public boolean isLoggingEnabled() {
    return true;
  }

  @Override
  public void logInfo(String message) {}

  @Override
  public void logDebug(String message) {}

  @Override
  public void logDebug(String message, Exception cause) {}

  @Override
  public void logTrace(String message) {}

  @Override
  public void logStackTrace() {}

  @Override
  public void logStackTrace(int level) {}

  @Override
  public int getLineCount() {
    return 0;
  }

  @Override
  public void disableLogging() {}

  @Override
  public void enableLogging() {}

  @Override
  public void setBuildTimeStamp(String stamp) {}

  @Override
  public void setStackProperties(Properties properties) {}

  @Override
  public String getLoggerName() {
    return log.getName();
  }
}
