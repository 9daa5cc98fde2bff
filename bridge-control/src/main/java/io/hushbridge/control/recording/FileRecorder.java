package io.hushbridge.control.recording;

import io.hushbridge.control.call.CallEvent;
import io.hushbridge.control.call.PaymentId;
import io.hushbridge.control.call.Signal;
import io.hushbridge.media.Fork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/// Records a call into `{call id}.wav`: caller left, agent right, silence where paused, as long as
/// the call. The gate of its fork is what pauses it; here a pause is confirmed once everything that
/// came before it is written, so that from then on the file stands still.
final class FileRecorder implements Recorder {
  static final String NAME = "file";
  private static final long NANOS_PER_SAMPLE = 1_000_000_000L / StereoWav.SAMPLE_RATE;

  private final RecordedCall recorded;
  private final LongSupplier nanoTime;
  private final long begunNanos;
  private final Tape tape;
  private final JournalledFork<Fork> fork;
  private Optional<PaymentId> pausing = Optional.empty();
  private boolean over;

  private FileRecorder(RecordedCall recorded, Path directory, LongSupplier nanoTime) {
    this.recorded = recorded;
    this.nanoTime = nanoTime;
    tape =
        new Tape(
            directory.resolve(recorded.call().id() + ".wav"),
            RecordedCall.SPEAKERS,
            recorded.meters().dropped(),
            failure -> tell(() -> broken(failure)));
    begunNanos = nanoTime.getAsLong();
    fork =
        new JournalledFork<>(
            recorded.media().openFork(NAME, RecordedCall.SPEAKERS, tape), recorded.journal());
  }

  /// Begins to record.
  ///
  /// @param writers runs the writing, a thread for each file
  /// @param nanoTime a clock that only goes forward
  static FileRecorder begin(
      RecordedCall recorded, Path directory, Executor writers, LongSupplier nanoTime) {
    FileRecorder recorder = new FileRecorder(recorded, directory, nanoTime);
    writers.execute(recorder.tape);
    return recorder;
  }

  private void tell(Signal signal) {
    recorded.inbox().accept(new CallEvent.Signalled(signal));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean askPause(PaymentId payment) {
    if (over) {
      return false;
    }
    pausing = Optional.of(payment);
    tape.whenWritten(() -> tell(() -> written(payment)));
    return true;
  }

  private Optional<CallEvent> written(PaymentId payment) {
    return pausing.filter(payment::equals).flatMap(_ -> paused());
  }

  private Optional<CallEvent> paused() {
    Optional<PaymentId> awaited = pausing;
    pausing = Optional.empty();
    return awaited.map(payment -> new CallEvent.RecorderPaused(payment, NAME));
  }

  private Optional<CallEvent> broken(IOException failure) {
    if (over) {
      return Optional.empty();
    }
    recorded.lost(NAME, failure.toString());
    end();
    return paused();
  }

  /// The gate of the fork is all there is to open.
  @Override
  public void askResume() {
    pausing = Optional.empty();
  }

  @Override
  public void end() {
    if (!over) {
      over = true;
      fork.close();
      tape.end((nanoTime.getAsLong() - begunNanos) / NANOS_PER_SAMPLE);
    }
  }
}
