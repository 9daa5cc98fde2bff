package io.hushbridge.control.recording;

import static io.hushbridge.control.recording.WavFile.LEFT;
import static io.hushbridge.control.recording.WavFile.RIGHT;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushbridge.control.call.CallEvent;
import io.hushbridge.control.call.Entry;
import io.hushbridge.control.call.PaymentId;
import io.hushbridge.control.call.Role;
import io.hushbridge.media.PortName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileRecorderTest {
  private static final PortName CALLER = Role.CALLER.port();
  private static final PortName AGENT = Role.AGENT.port();
  private static final PaymentId PAYMENT = new PaymentId("p-1");
  private static final short CALLERS_VOICE = 12_000;
  private static final short AGENTS_VOICE = -8_000;

  @TempDir Path directory;
  private final Story story = new Story();
  private final AtomicLong nanos = new AtomicLong(77);
  private final ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void noWriterIsLeft() throws InterruptedException {
    writers.shutdown();
    assertThat(writers.awaitTermination(5, SECONDS)).isTrue();
  }

  private FileRecorder recorder() {
    return FileRecorder.begin(story.recorded, directory, writers, nanos::get);
  }

  private Path file() {
    return directory.resolve("c-1.wav");
  }

  private void speaks(PortName who, short value, int fromSample, int samples) {
    for (int at = fromSample; at < fromSample + samples; at += 160) {
      short[] pcm = new short[160];
      Arrays.fill(pcm, value);
      story.media.fork("file").hears(who, at, pcm);
    }
  }

  private void ends(FileRecorder recorder, double seconds) throws InterruptedException {
    nanos.addAndGet((long) (seconds * 1e9));
    recorder.end();
    noWriterIsLeft();
  }

  @Test
  void callerIsLeftAgentIsRightAndSilenceKeepsTime() throws Exception {
    FileRecorder recorder = recorder();
    speaks(CALLER, CALLERS_VOICE, 0, 4000);
    speaks(AGENT, AGENTS_VOICE, 4000, 4000);
    assertThat(recorder.askPause(PAYMENT)).isTrue();
    assertThat(story.next()).isEqualTo(new CallEvent.RecorderPaused(PAYMENT, "file"));
    recorder.askResume();
    speaks(CALLER, CALLERS_VOICE, 16_000, 1600);
    ends(recorder, 3);

    WavFile heard = WavFile.read(file());
    assertThat(heard.frames()).isEqualTo(24_000);
    assertThat(heard.values(LEFT, 0, 4000)).containsExactly(CALLERS_VOICE);
    assertThat(heard.values(RIGHT, 0, 4000)).containsExactly(0);
    assertThat(heard.values(LEFT, 4000, 16_000)).containsExactly(0);
    assertThat(heard.values(RIGHT, 4000, 8000)).containsExactly(AGENTS_VOICE);
    assertThat(heard.values(RIGHT, 8000, 24_000)).containsExactly(0);
    assertThat(heard.values(LEFT, 16_000, 17_600)).containsExactly(CALLERS_VOICE);
    assertThat(heard.values(LEFT, 17_600, 24_000)).containsExactly(0);
  }

  @Test
  void soxHearsTheSame() throws Exception {
    FileRecorder recorder = recorder();
    speaks(CALLER, CALLERS_VOICE, 0, 4000);
    speaks(AGENT, AGENTS_VOICE, 12_000, 4000);
    ends(recorder, 2.5);

    assertThat(Sox.info(file()))
        .contains("Channels       : 2", "Sample Rate    : 8000", "Duration       : 00:00:02.50");
    assertThat(Sox.peak(file(), 1, 0, 0.5)).isGreaterThan(0.3);
    assertThat(Sox.peak(file(), 1, 0.5, 2)).isZero();
    assertThat(Sox.peak(file(), 2, 0, 1.5)).isZero();
    assertThat(Sox.peak(file(), 2, 1.5, 0.5)).isLessThan(-0.2);
  }

  @Test
  void aPauseIsConfirmedWhenAllThatCameBeforeItIsWritten() throws Exception {
    FileRecorder recorder = recorder();
    speaks(CALLER, CALLERS_VOICE, 0, 80_000);
    recorder.askPause(PAYMENT);
    assertThat(story.next()).isEqualTo(new CallEvent.RecorderPaused(PAYMENT, "file"));

    assertThat(WavFile.read(file()).frames()).isEqualTo(80_000);
    long size = Files.size(file());
    recorder.askPause(PAYMENT);
    story.next();
    assertThat(Files.size(file())).isEqualTo(size);
    ends(recorder, 10);
  }

  @Test
  void aConfirmationThatNobodyWaitsForAnyLongerMeansNothing() throws Exception {
    FileRecorder recorder = recorder();
    recorder.askPause(PAYMENT);
    recorder.askResume();
    ends(recorder, 0);

    assertThat(story.read()).isEmpty();
  }

  @Test
  void aFileThatCannotBeWrittenIsALostRecorderAndTheCallGoesOn() throws Exception {
    Files.writeString(file(), "somebody else's");
    FileRecorder recorder = recorder();
    writers.shutdown();
    assertThat(writers.awaitTermination(5, SECONDS)).isTrue();

    assertThat(story.read()).isEmpty();
    assertThat(story.lost()).isEqualTo(1);
    assertThat(story.media.fork("file").closed).isTrue();
    assertThat(story.journal).containsExactly(new Entry.RecordingEnded("file", 0, 0, 0));
    assertThat(recorder.askPause(PAYMENT)).isFalse();
    recorder.end();
    assertThat(story.journal).hasSize(1);
    assertThat(file()).hasContent("somebody else's");
  }

  @Test
  void aRecorderLostWhileItsPauseIsAwaitedHasPaused() throws Exception {
    Files.writeString(file(), "somebody else's");
    FileRecorder recorder = recorder();
    recorder.askPause(PAYMENT);

    assertThat(story.next()).isEqualTo(new CallEvent.RecorderPaused(PAYMENT, "file"));
    assertThat(story.lost()).isEqualTo(1);
  }

  @Test
  void theEndLeavesTheForksCountsInTheJournalOnce() throws Exception {
    FileRecorder recorder = recorder();
    speaks(CALLER, CALLERS_VOICE, 0, 320);
    recorder.end();
    recorder.end();

    assertThat(story.media.fork("file").closed).isTrue();
    assertThat(story.journal).containsExactly(new Entry.RecordingEnded("file", 2, 0, 0));
  }

  @Test
  void aDiskThatIsTooSlowCostsAudioAndNeverStopsTheLoop() throws Exception {
    Tape tape =
        new Tape(file(), RecordedCall.SPEAKERS, story.recorded.meters().dropped(), failure -> {});
    for (int i = 0; i < 1010; i++) {
      tape.heard(CALLER, i * 160L, new short[160]);
    }
    tape.end(1010 * 160);
    tape.run();

    assertThat(story.dropped()).isEqualTo(10);
    assertThat(WavFile.read(file()).frames()).isEqualTo(1010 * 160);
  }
}
