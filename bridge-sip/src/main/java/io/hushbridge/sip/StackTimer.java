package io.hushbridge.sip;

import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.stack.SIPStackTimerTask;
import gov.nist.javax.sip.stack.timers.SipTimer;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The stack's timers on one daemon thread. Those that come with the stack hold the process until
/// the last transaction's timer has run, 40 s after the end, and print failures on the console.
/// Public because the stack makes it by name.
public final class StackTimer implements SipTimer {
  private static final Logger log = LoggerFactory.getLogger(StackTimer.class);

  private final ScheduledThreadPoolExecutor executor =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("sip-stack-timers").factory());

  /// Made by the stack.
  public StackTimer() {
    executor.setRemoveOnCancelPolicy(true);
  }

  @Override
  public boolean schedule(SIPStackTimerTask task, long delayMillis) {
    try {
      task.setSipTimerTask(executor.schedule(() -> run(task), delayMillis, TimeUnit.MILLISECONDS));
      return true;
    } catch (RejectedExecutionException e) {
      return false; // stopped: nothing is due any more
    }
  }

  @Override
  public boolean scheduleWithFixedDelay(
      SIPStackTimerTask task, long delayMillis, long periodMillis) {
    try {
      task.setSipTimerTask(
          executor.scheduleWithFixedDelay(
              () -> run(task), delayMillis, periodMillis, TimeUnit.MILLISECONDS));
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  private static void run(SIPStackTimerTask task) {
    try {
      task.runTask();
    } catch (RuntimeException e) {
      log.warn("a timer of the sip stack failed: {}", e.getClass().getName());
    }
  }

  @Override
  public boolean cancel(SIPStackTimerTask task) {
    if (!(task.getSipTimerTask() instanceof Future<?> due)) {
      return false;
    }
    task.cleanUpBeforeCancel();
    task.setSipTimerTask(null);
    return due.cancel(false);
  }

  @Override
  public void start(SipStackImpl stack, Properties properties) {}

  @Override
  public boolean isStarted() {
    return !executor.isShutdown();
  }

  @Override
  public void stop() {
    executor.shutdownNow();
  }
}
