package io.hushbridge.control.recording;

import static io.hushbridge.control.recording.WavFile.LEFT;
import static io.hushbridge.control.recording.WavFile.RIGHT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushbridge.control.call.Call;
import io.hushbridge.control.call.CallEvent;
import io.hushbridge.control.call.CallEvent.RecorderPaused;
import io.hushbridge.control.call.CallEvent.RecorderRefused;
import io.hushbridge.control.call.Entry;
import io.hushbridge.control.call.PaymentId;
import io.hushbridge.control.call.Recorders;
import io.hushbridge.control.call.Role;
import io.hushbridge.control.call.Scene;
import io.hushbridge.media.MediaCall;
import io.hushbridge.media.MediaPlane;
import io.hushbridge.media.MediaSettings;
import io.hushbridge.media.rtp.Codec;
import io.hushbridge.sip.SipBody;
import io.hushbridge.sip.SipEndpoint;
import io.hushbridge.sip.SipEvent;
import io.hushbridge.sip.SipSettings;
import io.hushbridge.sip.SipSettings.Listener;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Recorders over real sockets, at both ends.
class RecordingTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final PaymentId PAYMENT = new PaymentId("p-1");
  private static final byte CALLERS_VOICE = (byte) 0x90;
  private static final byte AGENTS_VOICE = 0x20;

  @TempDir Path directory;
  private final Story story = new Story();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private RecorderFarEnd recorder;
  private SipEndpoint sip;
  private MediaPlane plane;
  private MediaCall media;
  private Talker caller;
  private Talker agent;
  private Recording recording;
  private Recorders recorders;

  @BeforeEach
  void callIsUp() throws Exception {
    recorder = RecorderFarEnd.listening();
    sip =
        SipEndpoint.open(
            new SipSettings(
                List.of(
                    new Listener("main", "127.0.0.1", 0),
                    new Listener("recorder", "127.0.0.1", 0, Set.of("siprec"), "+sip.srs")),
                "test",
                new Random(5)),
            recorder::invited);
    plane = MediaPlane.open(new MediaSettings("127.0.0.1", 26_000, 26_999, 1));
    media = plane.newCall(event -> {});
    caller = Talker.at(media.openPort(Role.CALLER.port()), CALLERS_VOICE);
    agent = Talker.at(media.openPort(Role.AGENT.port()), AGENTS_VOICE);
    recording = recordingTo("sip:recorder@127.0.0.1:" + sip.port("recorder"));
    recorders = recordersOf(recording);
  }

  private Recording recordingTo(String target) {
    return new Recording(
        sip,
        "main",
        List.of(new SiprecTarget("main", target)),
        directory.toString(),
        registry,
        new Random(3),
        InstantSource.system());
  }

  private Recorders recordersOf(Recording how) {
    Call call = story.recorded.call();
    return how.of(call, media, () -> Codec.PCMU, story.recorded.inbox(), story.recorded.journal());
  }

  @AfterEach
  void nothingIsLeft() {
    recorders.close();
    caller.close();
    agent.close();
    media.close();
    recording.close();
    eventually(() -> plane.counts().openPorts() == 0);
    plane.close();
    sip.close();
    recorder.close();
  }

  private static void eventually(BooleanSupplier holds) {
    long deadlineNanos = System.nanoTime() + LIMIT.toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in " + LIMIT).isLessThan(deadlineNanos);
      LockSupport.parkNanos(1_000_000);
    }
  }

  /// The same, while the flow goes on reading, and nothing of it means anything to the call.
  private void goesOnUntil(BooleanSupplier holds) {
    eventually(
        () -> {
          assertThat(story.read()).isEmpty();
          return holds.getAsBoolean();
        });
  }

  private void talking() throws Exception {
    recorders.begin();
    media.switchTo(new Scene.Talking().wiring());
    goesOnUntil(() -> streamsHeardSince(0) == 2);
  }

  private long streamsHeardSince(int packet) {
    List<RecorderFarEnd.Packet> heard = List.copyOf(recorder.heard);
    return heard.subList(packet, heard.size()).stream()
        .map(RecorderFarEnd.Packet::stream)
        .distinct()
        .count();
  }

  private <E extends SipEvent> E recorderSees(Class<E> what) throws InterruptedException {
    while (true) {
      SipEvent event = recorder.events.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
      assertThat(event).as("an event of the recorder").isNotNull();
      if (what.isInstance(event)) {
        return what.cast(event);
      }
    }
  }

  private List<CallEvent> pauseAsked() throws Exception {
    media.switchTo(new Scene.Shielded().wiring());
    assertThat(recorders.askPause(PAYMENT)).containsExactlyInAnyOrder("file", "main");
    return List.of(story.next(), story.next());
  }

  @Test
  void theRecorderIsInvitedAndHearsCallerAndAgentApart() throws Exception {
    talking();

    var invited = recorder.invitations.take();
    assertThat(invited.headers()).containsEntry("require", "siprec");
    assertThat(invited.offer().orElseThrow().content())
        .contains("<sipSessionID>c-1</sipSessionID>", "a=label:1", "a=label:2");
    assertThat(recorder.heard)
        .filteredOn(packet -> packet.stream() == 0)
        .allMatch(packet -> packet.first() == CALLERS_VOICE && packet.payloadType() == 0);
    assertThat(recorder.heard)
        .filteredOn(packet -> packet.stream() == 1)
        .allMatch(packet -> packet.first() == AGENTS_VOICE);
  }

  @Test
  void betweenPauseAndResumeNothingIsHeard() throws Exception {
    talking();
    assertThat(pauseAsked())
        .containsExactlyInAnyOrder(
            new RecorderPaused(PAYMENT, "file"), new RecorderPaused(PAYMENT, "main"));
    int heardUntilPaused = recorder.heardByNow().size();
    SipBody reoffer = recorderSees(SipEvent.Reoffered.class).offer().orElseThrow();
    assertThat(reoffer.content()).contains("a=inactive", "disassociate-time");

    recorder.leg().reoffer(recorder.sdp("recvonly"), Map.of());
    goesOnUntil(() -> recorder.events.stream().anyMatch(this::accepted));
    SipBody answer = recorderSees(SipEvent.ReofferAccepted.class).answer();
    assertThat(answer.content()).contains("a=inactive").doesNotContain("a=sendonly");
    assertThat(recorder.heardByNow()).hasSize(heardUntilPaused);

    int ssrc = recorder.heard.getFirst().ssrc();
    int stream = recorder.heard.getFirst().stream();
    media.switchTo(new Scene.Talking().wiring());
    recorders.askResume();
    goesOnUntil(() -> streamsHeardSince(heardUntilPaused) == 2);
    assertThat(recorder.heard)
        .filteredOn(packet -> packet.stream() == stream)
        .allMatch(packet -> packet.ssrc() == ssrc);
  }

  private boolean accepted(SipEvent event) {
    return event instanceof SipEvent.ReofferAccepted;
  }

  @Test
  void aRecorderThatInsistsOnRecordingHasNotPaused() throws Exception {
    talking();
    recorder.insistsOnRecording();

    assertThat(pauseAsked())
        .containsExactlyInAnyOrder(
            new RecorderPaused(PAYMENT, "file"),
            new RecorderRefused(PAYMENT, "main", "answered without inactive"));
  }

  @Test
  void theFileHoldsBothVoicesApart() throws Exception {
    talking();
    goesOnUntil(() -> recorder.heard.size() > 40);
    recorders.close();
    recording.close();

    WavFile heard = WavFile.read(directory.resolve("c-1.wav"));
    assertThat(heard.values(LEFT, 0, heard.frames())).hasSize(2).contains(0);
    assertThat(heard.values(RIGHT, 0, heard.frames())).hasSize(2).contains(0);
    assertThat(heard.values(LEFT, 0, heard.frames()))
        .isNotEqualTo(heard.values(RIGHT, 0, heard.frames()));
    assertThat(story.journal)
        .hasSize(2)
        .allSatisfy(
            entry -> assertThat(((Entry.RecordingEnded) entry).passed()).as("passed").isPositive());
  }

  @Test
  void aRecorderThatLeavesIsHeardNoMoreAndTheOtherGoesOn() throws Exception {
    talking();
    recorder.leg().hangUp(Map.of());
    goesOnUntil(() -> !story.journal.isEmpty());

    assertThat(registry.counter("hushbridge.recorders.lost").count()).isEqualTo(1);
    assertThat(recorders.askPause(PAYMENT)).containsExactly("file");
    assertThat(story.next()).isEqualTo(new RecorderPaused(PAYMENT, "file"));
  }

  @Test
  void aRecorderThatCannotBeCalledIsLostAndTheCallGoesOn() throws Exception {
    Recorders others = recordersOf(recordingTo("tel:nobody"));
    others.begin();

    assertThat(registry.counter("hushbridge.recorders.lost").count()).isEqualTo(1);
    assertThat(others.askPause(PAYMENT)).containsExactly("file");
    others.close();
  }

  @Test
  void aCallThatNeverBeganToBeRecordedEndsWithoutAWord() {
    recorders.close();

    assertThat(story.journal).isEmpty();
    assertThat(recorders.askPause(PAYMENT)).isEmpty();
  }

  @Test
  void twoRecordersMayNotShareAName() {
    SiprecTarget file = new SiprecTarget("file", "sip:recorder@127.0.0.1");
    assertThatThrownBy(
            () ->
                new Recording(
                    sip, "main", List.of(file), "", registry, new Random(), InstantSource.system()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a second recorder is called \"file\"");
  }
}
