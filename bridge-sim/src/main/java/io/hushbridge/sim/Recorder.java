package io.hushbridge.sim;

import io.hushbridge.sip.Invited;
import io.hushbridge.sip.Leg;
import io.hushbridge.sip.LegEvents;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A SIPREC recorder (RFC 7866): takes recording sessions, writes what it hears into a WAV per
/// label, and pauses when told. Any thread.
public final class Recorder implements AutoCloseable {
  private final Watch watch = new Watch();
  private final List<RecordingSession> sessions = new ArrayList<>();
  private final List<Path> files = new ArrayList<>();
  private final List<String> metadata = new ArrayList<>();
  private final Path directory;
  private final Phones phones;
  private final Conduct conduct;
  private final Story story;

  Recorder(Path directory, Phones phones, Conduct conduct, Story story) {
    this.directory = directory;
    this.phones = phones;
    this.conduct = conduct;
    this.story = story;
  }

  LegEvents invited(Leg leg, Invited invited) {
    Optional<RecordingBody> body = invited.offer().flatMap(RecordingBody::read);
    var session = new RecordingSession(leg, "recorded-" + (1 + watch.read(sessions::size)), this);
    if (!invited.headers().getOrDefault("require", "").contains("siprec")) {
      story.tell("refuses a call that is no recording session");
      leg.refuse(488, "Not Acceptable Here");
    } else if (body.isEmpty()) {
      leg.refuse(488, "Not Acceptable Here");
    } else {
      watch.change(() -> sessions.add(session));
      if (conduct.has(Fault.RECORDER_DEAD)) {
        story.tell("does not answer");
      } else {
        session.begin(body.get());
      }
    }
    return session;
  }

  Watch watch() {
    return watch;
  }

  Story story() {
    return story;
  }

  Phones phones() {
    return phones;
  }

  Path directory() {
    return directory;
  }

  Optional<Fault> faultOfPause() {
    return Stream.of(
            Fault.RECORDER_REFUSES_PAUSE,
            Fault.RECORDER_SILENT_ON_PAUSE,
            Fault.RECORDER_STAYS_ACTIVE)
        .filter(conduct::has)
        .findFirst();
  }

  void told(RecordingBody body) {
    if (!body.metadata().isEmpty()) {
      Metadata read = Metadata.read(body.metadata());
      story.tell(
          "reads metadata of %d speakers%s"
              .formatted(read.participants(), read.paused() ? ", all paused" : ""));
      watch.change(() -> metadata.add(body.metadata()));
    }
  }

  void wrote(Path file) {
    watch.change(() -> files.add(file));
  }

  /// Waits until a recording session stands.
  public void awaitRecording(Duration limit) {
    await("a recording session stands", limit, RecordingSession::standing);
  }

  /// Waits until every stream of the latest session is inactive.
  public void awaitPaused(Duration limit) {
    await("the recorder pauses", limit, RecordingSession::paused);
  }

  /// Waits until the latest session has been paused and is active again.
  public void awaitResumed(Duration limit) {
    await("the recorder goes on", limit, RecordingSession::resumed);
  }

  /// Waits until the latest session is over and its files are written.
  public void awaitEnd(Duration limit) {
    await("the recording session is over", limit, RecordingSession::over);
  }

  private void await(String what, Duration limit, Predicate<RecordingSession> holds) {
    watch.await(what, limit, () -> !sessions.isEmpty() && holds.test(sessions.getLast()));
  }

  /// The WAVs so far, one for each label of each session.
  public List<Path> files() {
    return watch.read(() -> List.copyOf(files));
  }

  /// Metadata documents in the order they came.
  public List<String> metadata() {
    return watch.read(() -> List.copyOf(metadata));
  }

  /// Telephone-events that it was sent, in all sessions. None is as it should be.
  public int keysHeard() {
    return watch.read(() -> sessions.stream().mapToInt(RecordingSession::keysHeard).sum());
  }

  /// Where it takes RTP, one address for each stream so far.
  public List<InetSocketAddress> media() {
    return phones.addresses();
  }

  @Override
  public void close() {
    phones.close();
  }
}
