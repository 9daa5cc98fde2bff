package io.hushbridge.control.recording;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.hushbridge.media.ForkSink;
import io.hushbridge.media.PortName;
import io.micrometer.core.instrument.Counter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// Carries a call's audio from its event loop to a file. The loop only queues; the thread that runs
/// this looks in four times a second, so that a packet never pays for waking it, and writes what
/// has gathered in one go.
final class Tape implements ForkSink, Runnable {
  private static final int MOST_QUEUED = 1000; // ten seconds of two tracks, 20 ms each
  private static final long LOOK_IN_MILLIS = 250;

  private final Path path;
  private final List<PortName> tracks;
  private final Counter dropped;
  private final Consumer<IOException> broken;
  private final ArrayBlockingQueue<Stretch> queue = new ArrayBlockingQueue<>(MOST_QUEUED);
  private final ConcurrentLinkedQueue<Runnable> waiting = new ConcurrentLinkedQueue<>();
  private final Semaphore bell = new Semaphore(0);
  private volatile long length;
  private volatile boolean over;

  /// A tape that has not been started.
  ///
  /// @param tracks whose voice is on which channel, left first
  /// @param broken told once, on the writing thread, when the file cannot be written
  Tape(Path path, List<PortName> tracks, Counter dropped, Consumer<IOException> broken) {
    this.path = path;
    this.tracks = tracks;
    this.dropped = dropped;
    this.broken = broken;
  }

  @Override
  public void heard(PortName speaker, long position, short[] pcm) {
    if (!queue.offer(Stretch.copyOf(tracks.indexOf(speaker), position, pcm))) {
      dropped.increment();
    }
  }

  /// Runs `then` on the writing thread once all that has been heard so far is in the file. Any
  /// thread.
  void whenWritten(Runnable then) {
    waiting.add(then);
    bell.release();
  }

  /// Ends the file once all that has been heard so far is in it. Any thread.
  ///
  /// @param samples how long it is to last at least
  void end(long samples) {
    length = samples;
    over = true;
    bell.release();
  }

  @Override
  public void run() {
    try (StereoWav wav = StereoWav.create(path)) {
      while (!over) {
        bell.tryAcquire(LOOK_IN_MILLIS, MILLISECONDS);
        write(wav);
      }
      write(wav); // what came between the last look and the end
      wav.lastAtLeast(length);
    } catch (IOException failure) {
      broken.accept(failure);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  /// Whoever waits is noted before the queue is emptied: all that they wait for is then in it.
  private void write(StereoWav wav) throws IOException {
    List<Runnable> due = new ArrayList<>();
    for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
      due.add(next);
    }
    List<Stretch> gathered = new ArrayList<>();
    queue.drainTo(gathered);
    wav.write(gathered);
    due.forEach(Runnable::run);
  }
}
