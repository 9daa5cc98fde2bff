package io.hushbridge.sim;

import io.hushbridge.sim.phone.Flow;
import io.hushbridge.sim.phone.Listener;
import io.hushbridge.sim.phone.Phone;
import io.hushbridge.sim.phone.Sdp;
import io.hushbridge.sip.Leg;
import io.hushbridge.sip.LegEvents;
import io.hushbridge.sip.SipBody;
import io.hushbridge.sip.SipEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One recording session, from the recorder's side. Any thread; its state is read and changed under
/// the recorder's watch.
final class RecordingSession implements LegEvents {
  private final Leg leg;
  private final Recorder recorder;
  private final String name;
  private final List<Phone> phones = new ArrayList<>();
  private List<String> labels = List.of();
  private int version;
  private boolean standing;
  private boolean paused;
  private boolean wasPaused;
  private boolean over;

  /// A session that is offered.
  ///
  /// @param name what its files' names begin with
  RecordingSession(Leg leg, String name, Recorder recorder) {
    this.leg = leg;
    this.name = name;
    this.recorder = recorder;
  }

  boolean standing() {
    return standing;
  }

  boolean paused() {
    return paused;
  }

  boolean resumed() {
    return wasPaused && !paused;
  }

  boolean over() {
    return over;
  }

  int keysHeard() {
    return phones.stream().mapToInt(Phone::keysHeard).sum();
  }

  void begin(RecordingBody body) {
    Sdp offer = Sdp.read(body.sdp());
    recorder.told(body);
    labels = offer.streams().stream().map(Sdp.Stream::label).toList();
    for (int i = 0; i < labels.size(); i++) {
      phones.add(recorder.phones().open(Listener.NONE));
    }
    leg.answer(answer(offer, false));
  }

  /// @param active whether to answer as if nothing had been paused
  private SipBody answer(Sdp offer, boolean active) {
    List<Sdp.Stream> streams = new ArrayList<>();
    for (int i = 0; i < offer.streams().size(); i++) {
      Sdp.Stream offered = offer.streams().get(i);
      Flow flow = active ? Flow.RECVONLY : offered.flow().mirrored();
      streams.add(offered.answered(phones.get(i).local(), flow));
    }
    version++;
    return SipBody.sdp(new Sdp(streams).text(version));
  }

  @Override
  public void happened(SipEvent event) {
    switch (event) {
      case SipEvent.Acknowledged _ -> {
        recorder.story().tell("records " + labels.size() + " streams");
        recorder.watch().change(() -> standing = true);
      }
      case SipEvent.Reoffered(var offer, _) ->
          offer
              .flatMap(RecordingBody::read)
              .ifPresentOrElse(this::reoffered, () -> leg.refuseReoffer(488));
      case SipEvent.Ended _ -> end();
      case SipEvent.Progress _,
          SipEvent.Answered _,
          SipEvent.Refused _,
          SipEvent.ReofferAccepted _,
          SipEvent.ReofferRefused _,
          SipEvent.Referred _ -> {} // none of it comes to a recorder that makes no offer
    }
  }

  private void reoffered(RecordingBody body) {
    Sdp offer = Sdp.read(body.sdp());
    recorder.told(body);
    boolean pause = offer.streams().stream().allMatch(stream -> stream.flow() == Flow.INACTIVE);
    Optional<Fault> fault = pause ? recorder.faultOfPause() : Optional.empty();
    if (fault.isPresent()) {
      misbehave(fault.get(), offer);
      return;
    }
    leg.acceptReoffer(answer(offer, false));
    recorder.story().tell(pause ? "pauses" : "goes on recording");
    recorder
        .watch()
        .change(
            () -> {
              paused = pause;
              wasPaused |= pause;
            });
  }

  private void misbehave(Fault fault, Sdp offer) {
    if (fault == Fault.RECORDER_REFUSES_PAUSE) {
      recorder.story().tell("refuses to pause");
      leg.refuseReoffer(488);
    } else if (fault == Fault.RECORDER_STAYS_ACTIVE) {
      recorder.story().tell("says yes to the pause, and stays active");
      leg.acceptReoffer(answer(offer, true));
    } else {
      recorder.story().tell("does not answer the pause");
    }
  }

  private void end() {
    try {
      for (int i = 0; i < phones.size(); i++) {
        Path file = recorder.directory().resolve("%s-%s.wav".formatted(name, labels.get(i)));
        Wav.write(file, phones.get(i).audio());
        recorder.wrote(file);
        phones.get(i).close();
      }
      recorder.story().tell("has written " + phones.size() + " files");
    } catch (IOException e) {
      recorder.story().tell("cannot write: " + e.getMessage());
    }
    recorder.watch().change(() -> over = true);
  }
}
