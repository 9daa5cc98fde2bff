package io.hushbridge.control.recording;

import io.hushbridge.control.call.Call;
import io.hushbridge.control.call.CallEvent;
import io.hushbridge.control.call.Entry;
import io.hushbridge.control.call.Journal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// One call as its recorders see it; the test's thread is the flow's.
final class Story {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  final FakeMedia media = new FakeMedia();
  final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  final List<Entry> journal = new ArrayList<>();
  private final BlockingQueue<CallEvent> inbox = new LinkedBlockingQueue<>();
  final RecordedCall recorded;

  Story() {
    this(new Call("c-1", "+15550100", "8000", "trunk"));
  }

  Story(Call call) {
    recorded =
        new RecordedCall(call, media, inbox::add, new KeptJournal(), RecordingMeters.of(registry));
  }

  double lost() {
    return registry.counter("hushbridge.recorders.lost").count();
  }

  double dropped() {
    return registry.counter("hushbridge.recording.dropped").count();
  }

  /// The next thing that means something to the call.
  CallEvent next() throws InterruptedException {
    Instant deadline = Instant.now().plus(LIMIT);
    while (Instant.now().isBefore(deadline)) {
      CallEvent event = inbox.poll(100, TimeUnit.MILLISECONDS);
      Optional<CallEvent> meant = event == null ? Optional.empty() : meaning(event);
      if (meant.isPresent()) {
        return meant.get();
      }
    }
    throw new AssertionError("nothing happened in " + LIMIT);
  }

  /// Reads what is in the inbox; what it meant.
  List<CallEvent> read() {
    List<CallEvent> meant = new ArrayList<>();
    for (CallEvent event = inbox.poll(); event != null; event = inbox.poll()) {
      meaning(event).ifPresent(meant::add);
    }
    return meant;
  }

  private static Optional<CallEvent> meaning(CallEvent event) {
    return event instanceof CallEvent.Signalled(var signal) ? signal.read() : Optional.of(event);
  }

  private final class KeptJournal implements Journal {
    @Override
    public void write(Entry entry) {
      journal.add(entry);
    }

    @Override
    public boolean writable() {
      return true;
    }
  }
}
