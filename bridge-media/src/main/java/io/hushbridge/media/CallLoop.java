package io.hushbridge.media;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/// A call's event loop as other threads see it: they hand it tasks, in order. Any thread.
final class CallLoop {
  private static final Duration LIMIT = Duration.ofSeconds(1);

  private final EventLoop loop;

  CallLoop(EventLoop loop) {
    this.loop = loop;
  }

  EventLoop netty() {
    return loop;
  }

  /// Hands over a task. After the plane has closed there is nothing left to do it on.
  void later(Runnable task) {
    try {
      loop.execute(task);
    } catch (RejectedExecutionException closed) {
      // The plane is closed and every port with it.
    }
  }

  /// Hands over a task and waits until it is done, one second at most; it is done in any case.
  void settle(Runnable task) {
    if (loop.inEventLoop()) {
      task.run();
    } else if (!loop.isShuttingDown()) {
      loop.submit(task).awaitUninterruptibly(LIMIT.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  /// Hands over a task and waits until it is done. A task that missed its time is taken back, so
  /// that it cannot happen after the caller has given up on it.
  void within(Duration limit, String what, Runnable task) throws MediaFailure {
    if (loop.inEventLoop()) {
      task.run();
      return;
    }
    if (loop.isShuttingDown()) {
      throw new MediaFailure(what + ": the media plane is closed");
    }
    Future<?> done = loop.submit(task);
    if (!done.awaitUninterruptibly(limit.toNanos(), TimeUnit.NANOSECONDS)) {
      done.cancel(false);
      throw new MediaFailure("%s: not done within %d ms".formatted(what, limit.toMillis()));
    }
    if (!done.isSuccess()) {
      throw new MediaFailure("%s: %s".formatted(what, done.cause()));
    }
  }
}
