package io.hushbridge.control.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushbridge.media.Wiring;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// What came of a [Story]: every door of a call played by the story, with the promises that must
/// hold at every moment checked as it goes.
final class Played implements Parties, Audio, Recorders, Payments, Agents, Journal {
  private final Story story;
  private final RehearsedInbox inbox;
  private final List<Scene> scenes = new ArrayList<>();
  private final List<TripOutcome> outcomes = new ArrayList<>();
  private final List<TripOutcome> told = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();
  private final List<Instant> written = new ArrayList<>();
  private final List<Cue> cues = new ArrayList<>();
  private final Set<Role> legs = EnumSet.noneOf(Role.class);
  private final Set<String> recording = new HashSet<>();
  private boolean callerAnswered;
  private int cueStops;
  private int holds;
  private int resumes;
  private int redials;
  private int lineDials;
  private int reoffersAnswered;
  private int closed;
  private Optional<CallEnd> end = Optional.empty();

  Played(Story story, RehearsedInbox inbox) {
    this.story = story;
    this.inbox = inbox;
  }

  void run() {
    legs.add(Role.CALLER);
    CallDoors doors = new CallDoors(this, this, this, this, this, this);
    Call call = new Call("c-1", "+15550001", "+15550002", "trunk");
    end = Optional.of(new CallFlow(inbox, doors, Story.LIMITS).run(call));
    assertThat(closed).as("doors closed at the end").isEqualTo(2);
    assertThat(legs).as("legs left behind").isEmpty();
  }

  CallEnd end() {
    return end.orElseThrow();
  }

  List<Scene> scenes() {
    return scenes;
  }

  Scene lastScene() {
    return scenes.getLast();
  }

  List<TripOutcome> outcomes() {
    return outcomes;
  }

  TripOutcome outcome() {
    assertThat(outcomes).as("outcomes of the one trip").hasSize(1);
    return outcomes.getFirst();
  }

  List<TripOutcome> toldAgent() {
    return told;
  }

  List<Entry> entries() {
    return entries;
  }

  /// When an entry was written, counted from the call's begin.
  List<Duration> entryTimes(Entry entry) {
    return IntStream.range(0, entries.size())
        .filter(i -> entries.get(i).equals(entry))
        .mapToObj(i -> Duration.between(written.getFirst(), written.get(i)))
        .toList();
  }

  List<Cue> cues() {
    return cues;
  }

  Set<String> recording() {
    return recording;
  }

  boolean callerAnswered() {
    return callerAnswered;
  }

  int cueStops() {
    return cueStops;
  }

  int holds() {
    return holds;
  }

  int resumes() {
    return resumes;
  }

  int redials() {
    return redials;
  }

  int lineDials() {
    return lineDials;
  }

  int reoffersAnswered() {
    return reoffersAnswered;
  }

  @Override
  public void switchTo(Scene scene) {
    scenes.add(scene);
    Wiring wiring = scene.wiring();
    if (scene instanceof Scene.Talking) {
      assertThat(legs).as("talk while the payment leg is up").doesNotContain(Role.LINE);
    }
    if (scene instanceof Scene.Paying) {
      assertThat(recording).as("recorders still going while paying").isEmpty();
    }
    if (legs.contains(Role.LINE)) {
      assertThat(wiring.tapped()).as("forks open with the line up").isEmpty();
      assertThat(wiring.hears(Role.AGENT.port(), Role.CALLER.port())).isFalse();
    }
  }

  @Override
  public void dialAgent() {
    story.agentAnswers.ifPresent(after -> agentJoins(after));
  }

  @Override
  public void redialAgent(PaymentId payment, TripOutcome outcome) {
    redials++;
    story.agentReturns.ifPresent(after -> agentJoins(after));
  }

  private void agentJoins(Duration after) {
    legs.add(Role.AGENT);
    inbox.in(after, new CallEvent.Answered(Role.AGENT));
  }

  @Override
  public void answerCaller() {
    callerAnswered = true;
  }

  @Override
  public void refuseCaller(int status, String reason) {
    legs.remove(Role.CALLER);
  }

  @Override
  public void dialLine(Session session) {
    lineDials++;
    legs.add(Role.LINE);
    assertThat(recording).as("recorders still going when the line is dialled").isEmpty();
    story.lineRefuses.ifPresent(
        after -> inbox.in(after, new CallEvent.Unreached(Role.LINE, "486")));
    story.lineAnswers.ifPresent(
        answered -> {
          inbox.in(answered, new CallEvent.Answered(Role.LINE));
          story.lineEnds.ifPresent(
              after -> inbox.in(answered.plus(after), new CallEvent.Left(Role.LINE)));
          for (Story.Callback callback : story.callbacks) {
            inbox.in(
                answered.plus(callback.after()),
                new CallEvent.CalledBack(session.payment(), callback.word()));
          }
        });
  }

  @Override
  public void link(Session session) {
    story.lineLinks.ifPresent(after -> inbox.in(after, new CallEvent.Linked()));
  }

  @Override
  public void holdAgent() {
    holds++;
    answerReinvite(0);
  }

  @Override
  public void resumeAgent(PaymentId payment, TripOutcome outcome) {
    resumes++;
    answerReinvite(1);
  }

  private void answerReinvite(int which) {
    List<Optional<Boolean>> answers = story.agentAcceptsReinvites;
    Optional<Boolean> accepts = which < answers.size() ? answers.get(which) : Optional.of(true);
    accepts.ifPresent(
        yes ->
            inbox.in(
                Duration.ofMillis(30), new CallEvent.Reinvited(Role.AGENT, yes, yes ? 200 : 488)));
  }

  @Override
  public void answerReoffer(Role role) {
    reoffersAnswered++;
  }

  @Override
  public void hangUp(Role role) {
    if (legs.remove(role)) {
      inbox.in(Duration.ofMillis(50), new CallEvent.Left(role));
    }
  }

  @Override
  public void play(Cue cue) {
    cues.add(cue);
    inbox.in(Story.seconds(3), new CallEvent.PromptEnded(Role.CALLER));
  }

  @Override
  public void stopCue() {
    cueStops++;
  }

  @Override
  public void begin() {
    recording.addAll(story.recorders.keySet());
  }

  @Override
  public Set<String> askPause(PaymentId payment) {
    story.recorders.forEach((recorder, how) -> pause(payment, recorder, how));
    return Set.copyOf(story.recorders.keySet());
  }

  private void pause(PaymentId payment, String recorder, Story.Pause how) {
    switch (how) {
      case Story.Pause.Confirmed(var after) ->
          inbox.in(
              after,
              () -> {
                recording.remove(recorder);
                return Optional.of(new CallEvent.RecorderPaused(payment, recorder));
              });
      case Story.Pause.Refused(var after) ->
          inbox.in(after, new CallEvent.RecorderRefused(payment, recorder, "488"));
      case Story.Pause.Silent _ -> {}
    }
  }

  @Override
  public void askResume() {
    assertThat(lastScene()).as("scene when recorders resume").isEqualTo(new Scene.Talking());
    recording.addAll(story.recorders.keySet());
  }

  @Override
  public void open(PaymentId payment, Ask ask) {
    if (story.sessionRefused.isPresent()) {
      inbox.in(Story.seconds(1), new CallEvent.SessionRefused(payment, story.sessionRefused.get()));
      return;
    }
    Session.Link link = new Session.Link.ByHeader("X-Link", new Secret<>("3097"));
    story.sessionOpens.ifPresent(
        after ->
            inbox.in(
                after,
                new CallEvent.SessionOpened(new Session(payment, "sip:secure@127.0.0.1", link))));
  }

  @Override
  public void conclude(PaymentId payment, TripOutcome outcome) {
    outcomes.add(outcome);
  }

  @Override
  public void tell(PaymentId payment, Ask ask, TripOutcome outcome) {
    told.add(outcome);
  }

  @Override
  public void write(Entry entry) {
    entries.add(entry);
    written.add(inbox.now());
    if (entry instanceof Entry.PartyLeft(Role role)) {
      legs.remove(role);
    }
  }

  @Override
  public boolean writable() {
    boolean died =
        story.journalDies.isPresent()
            && !inbox.now().isBefore(written.getFirst().plus(story.journalDies.get()));
    return story.journalWritable && !died;
  }

  @Override
  public void close() {
    closed++;
    legs.clear();
  }
}
