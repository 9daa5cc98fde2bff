package io.hushbridge.control.audit;

import io.hushbridge.control.audit.ChainWriter.News;
import io.hushbridge.control.audit.NodeEntry.JournalClosed;
import io.hushbridge.control.audit.NodeEntry.JournalOpened;
import io.hushbridge.control.call.Entry;
import io.hushbridge.control.call.Journal;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A node's journal. Any thread may write; a write returns when the entry would survive a loss of
/// power.
///
/// One thread of its own touches the disk: it takes whatever has gathered, appends it and forces it
/// once, so calls that write at the same time share a force, and a writer that is interrupted
/// closes no file. Where the disk refuses, or does not answer within the limit, the write returns
/// all the same, because a call must go on to its end; [#writable] then says so, and every later
/// write tries again on a newly opened file. How many entries were lost is the first thing it
/// holds.
public final class JournalFile implements AutoCloseable, MeterBinder {
  private static final Logger log = LoggerFactory.getLogger(JournalFile.class);
  private static final Duration DISK_LIMIT = Duration.ofSeconds(2);

  /// So that a call is not slowed at its every step by a disk that is known not to answer.
  private static final Duration KNOWN_DEAD_LIMIT = Duration.ofMillis(50);

  private static final String NO_CALL = "";

  private record Pending(News news, CompletableFuture<Boolean> saved) {}

  private final InstantSource clock;
  private final ChainWriter chain;
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("journal").factory());
  private final Queue<Pending> pending = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean writable = new AtomicBoolean(true);
  private final AtomicLong written = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();

  private JournalFile(InstantSource clock, ChainWriter chain) {
    this.clock = clock;
    this.chain = chain;
  }

  /// Continues the chain of an existing file; a torn last line is cut off and told.
  ///
  /// @param node who writes, as every entry says
  /// @throws IOException where the file cannot be written, another process writes it, or its end is
  ///   not as it was written; the message is for the operator
  public static JournalFile open(Path file, String node, InstantSource clock) throws IOException {
    return open(() -> FileDisk.open(file), node, clock);
  }

  static JournalFile open(Disk.Opener opener, String node, InstantSource clock) throws IOException {
    var chain = new ChainWriter(opener, node, clock);
    chain.save(List.of(new News(clock.instant(), NO_CALL, new JournalOpened())));
    return new JournalFile(clock, chain);
  }

  /// The part of one call.
  public Journal forCall(String callId) {
    return new Journal() {
      @Override
      public void write(Entry entry) {
        JournalFile.this.write(callId, entry);
      }

      @Override
      public boolean writable() {
        return JournalFile.this.writable();
      }
    };
  }

  /// Whether the last entry reached the disk.
  public boolean writable() {
    return writable.get();
  }

  /// Says that the node stops, and lets the file go. A second time does nothing.
  @Override
  public void close() {
    if (writer.isShutdown()) {
      return;
    }
    write(NO_CALL, new JournalClosed());
    try {
      writer.execute(this::letGo);
      writer.shutdown();
      if (!writer.awaitTermination(DISK_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        log.error("journal not closed: the disk does not answer");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("hushbridge.journal.writable", writable, now -> now.get() ? 1 : 0)
        .description("1 while journal entries reach the disk; no payment is begun at 0")
        .register(registry);
    FunctionCounter.builder("hushbridge.journal.entries", written, AtomicLong::get)
        .description("journal entries that reached the disk")
        .register(registry);
    FunctionCounter.builder("hushbridge.journal.lost", lost, AtomicLong::get)
        .description("journal entries the disk refused")
        .register(registry);
  }

  private void write(String call, Object entry) {
    var mine = new Pending(new News(clock.instant(), call, entry), new CompletableFuture<>());
    pending.add(mine);
    try {
      writer.execute(this::flush);
    } catch (RejectedExecutionException _) {
      log.error(
          "{} of {} came after the journal was closed", entry.getClass().getSimpleName(), call);
      return;
    }
    Duration limit = writable() ? DISK_LIMIT : KNOWN_DEAD_LIMIT;
    if (!answered(mine.saved(), limit)) {
      refused("no answer from the disk in " + limit.toMillis() + " ms");
      if (mine.saved().getNow(false)) {
        accepted(); // it came in between
      }
    }
  }

  private static boolean answered(CompletableFuture<Boolean> saved, Duration limit) {
    return saved
        .thenApply(_ -> true)
        .completeOnTimeout(false, limit.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  /// Writes all that has gathered; finds nothing where an earlier round took it along.
  private void flush() {
    List<Pending> batch = new ArrayList<>();
    for (Pending next = pending.poll(); next != null; next = pending.poll()) {
      batch.add(next);
    }
    if (batch.isEmpty()) {
      return;
    }
    boolean saved = false;
    try {
      chain.save(batch.stream().map(Pending::news).toList());
      saved = true;
      written.addAndGet(batch.size());
      accepted();
    } catch (IOException broken) {
      lost.addAndGet(batch.size());
      refused(String.valueOf(broken.getMessage()));
    } finally {
      for (Pending done : batch) {
        done.saved().complete(saved);
      }
    }
  }

  private void letGo() {
    try {
      chain.close();
    } catch (IOException broken) {
      log.error("journal not closed: {}", broken.getMessage());
    }
  }

  private void refused(String why) {
    if (writable.compareAndSet(true, false)) {
      log.error("journal cannot be written, so no payment is begun: {}", why);
    }
  }

  private void accepted() {
    if (writable.compareAndSet(false, true)) {
      log.info("journal is written again");
    }
  }
}
