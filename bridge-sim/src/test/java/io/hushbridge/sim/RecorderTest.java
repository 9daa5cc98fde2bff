package io.hushbridge.sim;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushbridge.sim.phone.Flow;
import io.hushbridge.sim.phone.Listener;
import io.hushbridge.sim.phone.Melody;
import io.hushbridge.sim.phone.Phone;
import io.hushbridge.sim.phone.Sdp;
import io.hushbridge.sip.Dial;
import io.hushbridge.sip.Leg;
import io.hushbridge.sip.SipBody;
import io.hushbridge.sip.SipEndpoint;
import io.hushbridge.sip.SipEvent;
import io.hushbridge.sip.SipSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A recording session from the bridge's side.
class RecorderTest {
  private static final Duration PATIENCE = ofSeconds(10);
  private static final long SEED = 7;

  private final Phones phones = new Phones("127.0.0.1", SEED, 0);
  private final Phone caller = phones.open(Listener.NONE);
  private final Phone agent = phones.open(Listener.NONE);
  private final BridgeLeg events = new BridgeLeg();
  @TempDir private Path directory;
  private @Nullable SipEndpoint sip;
  private int version;

  @AfterEach
  void close() {
    if (sip != null) {
      sip.close();
    }
    phones.close();
  }

  @Test
  void eachLabelIsWrittenIntoItsOwnFile() throws Exception {
    Recorder recorder = recorder();
    Leg leg = records(recorder);
    caller.says(Melody.CALLER.lasting(400)).get();
    leg.hangUp(Map.of());
    recorder.awaitEnd(PATIENCE);
    assertThat(recorder.files())
        .extracting(file -> file.getFileName().toString())
        .containsExactly("recorded-1-caller.wav", "recorded-1-agent.wav");
    assertThat(Files.size(recorder.files().getFirst())).isGreaterThan(46 + 16 * 160);
    assertThat(recorder.keysHeard()).isZero();
  }

  @Test
  void aPauseIsConfirmedStreamByStream() throws Exception {
    Recorder recorder = recorder();
    Leg leg = records(recorder);
    leg.reoffer(body(Flow.INACTIVE), Map.of());
    Sdp answer = Sdp.read(events.next(SipEvent.ReofferAccepted.class).answer().content());
    assertThat(answer.streams()).extracting(Sdp.Stream::flow).containsOnly(Flow.INACTIVE);
    assertThat(answer.streams()).extracting(Sdp.Stream::label).containsExactly("caller", "agent");
    recorder.awaitPaused(PATIENCE);
    leg.reoffer(body(Flow.SENDONLY), Map.of());
    recorder.awaitResumed(PATIENCE);
    assertThat(recorder.metadata()).hasSize(3);
  }

  @Test
  void aRecorderMayRefuseToPause() throws Exception {
    records(recorder(Fault.RECORDER_REFUSES_PAUSE)).reoffer(body(Flow.INACTIVE), Map.of());
    assertThat(events.next(SipEvent.ReofferRefused.class).status()).isEqualTo(488);
  }

  @Test
  void aRecorderMaySayYesToThePauseAndStayActive() throws Exception {
    records(recorder(Fault.RECORDER_STAYS_ACTIVE)).reoffer(body(Flow.INACTIVE), Map.of());
    Sdp answer = Sdp.read(events.next(SipEvent.ReofferAccepted.class).answer().content());
    assertThat(answer.streams()).extracting(Sdp.Stream::flow).containsOnly(Flow.RECVONLY);
  }

  @Test
  void aRecorderMayLeaveThePauseUnanswered() throws Exception {
    records(recorder(Fault.RECORDER_SILENT_ON_PAUSE)).reoffer(body(Flow.INACTIVE), Map.of());
    assertThat(events.staysQuiet()).isTrue();
  }

  private Recorder recorder(Fault... faults) throws Exception {
    Conduct conduct = Conduct.orderly(SEED).with(faults);
    var recorder = new Recorder(directory, phones, conduct, new Story("recorder", moment -> {}));
    sip =
        SipEndpoint.open(
            new SipSettings(
                List.of(
                    new SipSettings.Listener("bridge", "127.0.0.1", 0),
                    new SipSettings.Listener(
                        "recorder", "127.0.0.1", 0, Set.of("siprec"), "+sip.srs")),
                "Test",
                new Random(SEED)),
            recorder::invited);
    return recorder;
  }

  private SipEndpoint sip() {
    if (sip == null) {
      throw new IllegalStateException("no recorder yet");
    }
    return sip;
  }

  private Leg records(Recorder recorder) throws Exception {
    Leg leg =
        sip()
            .dial(
                new Dial(
                    "bridge",
                    "sip:recorder@127.0.0.1:" + sip().port("recorder"),
                    "hushbridge",
                    body(Flow.SENDONLY),
                    Map.of("Require", "siprec"),
                    "+sip.src",
                    Optional.empty(),
                    PATIENCE),
                events);
    Sdp answer = Sdp.read(events.next(SipEvent.Answered.class).body().content());
    caller.speaksTo(answer.streams().getFirst(), Flow.SENDONLY);
    agent.speaksTo(answer.streams().getLast(), Flow.SENDONLY);
    recorder.awaitRecording(PATIENCE);
    return leg;
  }

  private SipBody body(Flow flow) {
    version++;
    Sdp sdp = new Sdp(List.of(stream(caller, "caller", flow), stream(agent, "agent", flow)));
    return new SipBody(
        "multipart/mixed;boundary=foo",
        """
        --foo\r
        Content-Type: application/sdp\r
        \r
        %s\r
        --foo\r
        Content-Type: application/rs-metadata+xml\r
        Content-Disposition: recording-session\r
        \r
        <recording xmlns="urn:ietf:params:xml:ns:recording:1"><datamode>complete</datamode>\
        </recording>\r
        --foo--\r
        """
            .formatted(sdp.text(version)));
  }

  private static Sdp.Stream stream(Phone phone, String label, Flow flow) {
    return new Sdp.Stream(phone.local(), List.of(Sdp.MU_LAW), -1, flow, label);
  }
}
