package io.hushbridge.control.recording;

import io.hushbridge.control.call.Call;
import io.hushbridge.control.call.CallEvent;
import io.hushbridge.control.call.Journal;
import io.hushbridge.control.call.Recorders;
import io.hushbridge.media.MediaCall;
import io.hushbridge.media.MediaFailure;
import io.hushbridge.media.rtp.Codec;
import io.hushbridge.sip.SipEndpoint;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// How this node records its calls. Any thread.
public final class Recording implements AutoCloseable {
  private static final Duration WRITTEN_OUT = Duration.ofSeconds(3);

  private final SiprecDoor door;
  private final List<SiprecTarget> targets;
  private final String directory;
  private final RecordingMeters meters;
  private final LongSupplier nanoTime = System::nanoTime;
  private final ExecutorService writers =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("wav-", 0).factory());

  /// Records into files, and to SIPREC recorders.
  ///
  /// @param sip where recording sessions leave from, by `listener`
  /// @param directory of the files; empty for none
  /// @param targets each with a name of its own; `file` is taken
  /// @param random for the ids in the metadata
  /// @param clock for the times in the metadata
  public Recording(
      SipEndpoint sip,
      String listener,
      List<SiprecTarget> targets,
      String directory,
      MeterRegistry meters,
      RandomGenerator random,
      InstantSource clock) {
    refuseNamesakes(targets);
    this.door = new SiprecDoor(sip::dial, listener, random, clock);
    this.targets = List.copyOf(targets);
    this.directory = directory;
    this.meters = RecordingMeters.of(meters);
  }

  /// The recorders of a call, none of them begun.
  ///
  /// @param codec the caller's codec, asked for when recording begins
  public Recorders of(
      Call call,
      MediaCall media,
      Supplier<Codec> codec,
      Consumer<CallEvent> inbox,
      Journal journal) {
    RecordedCall recorded = new RecordedCall(call, media, inbox, journal, meters);
    return new CallRecorders(() -> begin(recorded, codec));
  }

  private List<Recorder> begin(RecordedCall recorded, Supplier<Codec> codec) {
    List<Recorder> begun = new ArrayList<>();
    if (!directory.isEmpty()) {
      begun.add(FileRecorder.begin(recorded, Path.of(directory), writers, nanoTime));
    }
    for (SiprecTarget target : targets) {
      try {
        begun.add(SiprecSession.begin(recorded, target, door, codec.get()));
      } catch (MediaFailure | IllegalArgumentException unbegun) {
        recorded.lost(target.name(), unbegun.toString());
      }
    }
    return begun;
  }

  /// A confirmation names its recorder, so no two may share a name.
  private static void refuseNamesakes(List<SiprecTarget> targets) {
    Set<String> names = new HashSet<>(Set.of(FileRecorder.NAME));
    for (SiprecTarget target : targets) {
      if (!names.add(target.name())) {
        throw new IllegalArgumentException(
            "recording.siprec: a second recorder is called \"%s\"".formatted(target.name()));
      }
    }
  }

  /// Waits for the files of ended calls to be written out.
  @Override
  public void close() {
    writers.shutdown();
    try {
      if (!writers.awaitTermination(WRITTEN_OUT.toMillis(), TimeUnit.MILLISECONDS)) {
        writers.shutdownNow();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
