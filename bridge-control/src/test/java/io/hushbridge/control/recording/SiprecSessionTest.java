package io.hushbridge.control.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushbridge.control.call.CallEvent;
import io.hushbridge.control.call.CallEvent.RecorderPaused;
import io.hushbridge.control.call.CallEvent.RecorderRefused;
import io.hushbridge.control.call.Entry;
import io.hushbridge.control.call.PaymentId;
import io.hushbridge.control.call.Role;
import io.hushbridge.media.MediaFailure;
import io.hushbridge.media.rtp.Codec;
import io.hushbridge.media.sdp.Direction;
import io.hushbridge.media.sdp.OfferAnswer;
import io.hushbridge.media.sdp.SdpFailure;
import io.hushbridge.media.sdp.Stream;
import io.hushbridge.sip.SipBody;
import io.hushbridge.sip.SipEvent;
import io.hushbridge.sip.SipEvent.By;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SiprecSessionTest {
  private static final PaymentId FIRST = new PaymentId("p-1");
  private static final PaymentId SECOND = new PaymentId("p-2");
  private static final InstantSource NOON =
      InstantSource.fixed(Instant.parse("2026-05-04T12:00:00Z"));

  private final Story story = new Story();
  private final FakeLeg leg = new FakeLeg();
  private final SiprecSession session = begun();

  private SiprecSession begun() {
    SiprecDoor door = new SiprecDoor(leg::dialled, "main", new Random(7), NOON);
    SiprecTarget target = new SiprecTarget("main", "sip:recorder@127.0.0.1:5099");
    try {
      return SiprecSession.begin(story.recorded, target, door, Codec.PCMU);
    } catch (MediaFailure failure) {
      throw new AssertionError(failure);
    }
  }

  /// What a recorder says about both streams.
  private static SipBody streams(String direction, int port) {
    return SipBody.sdp(
        """
        v=0
        o=srs 1 1 IN IP4 127.0.0.1
        s=-
        c=IN IP4 127.0.0.1
        t=0 0
        m=audio %2$d RTP/AVP 0
        a=%1$s
        m=audio %3$d RTP/AVP 0
        a=%1$s
        """
            .formatted(direction, port, port + 2));
  }

  private List<CallEvent> accepts(SipBody answer) {
    leg.tells(new SipEvent.ReofferAccepted(answer));
    return story.read();
  }

  private void recording() {
    leg.tells(new SipEvent.Answered(streams("recvonly", 40_000), Map.of()));
    assertThat(story.read()).isEmpty();
  }

  private void paused() {
    recording();
    session.askPause(FIRST);
    assertThat(accepts(streams("inactive", 40_000)))
        .containsExactly(new RecorderPaused(FIRST, "main"));
  }

  private static List<Direction> directions(SipBody body) throws SdpFailure {
    return OfferAnswer.directions(Multipart.sdpIn(body).orElseThrow());
  }

  private Stream sentFor(Role role) {
    return Optional.ofNullable(story.media.fork("main").connected.get(role.port())).orElseThrow();
  }

  private static long version(SipBody body) {
    return Long.parseLong(
        body.content()
            .lines()
            .filter(line -> line.startsWith("o="))
            .findFirst()
            .orElseThrow()
            .split(" ")[2]);
  }

  @Test
  void theInviteIsThatOfARecordingClient() throws Exception {
    assertThat(leg.dial().target()).isEqualTo("sip:recorder@127.0.0.1:5099");
    assertThat(leg.dial().listener()).isEqualTo("main");
    assertThat(leg.dial().headers()).containsEntry("Require", "siprec");
    assertThat(leg.dial().contactParameters()).isEqualTo("+sip.src");
    assertThat(leg.dial().offer().contentType()).startsWith("multipart/mixed;boundary=");
    assertThat(directions(leg.dial().offer()))
        .containsExactly(Direction.SENDONLY, Direction.SENDONLY);
    assertThat(leg.dial().offer().content())
        .contains("a=label:1", "a=label:2", "Content-Disposition: recording-session")
        .doesNotContain("telephone-event");
  }

  @Test
  void eachStreamGoesWhereTheRecorderWantsIt() {
    recording();

    assertThat(sentFor(Role.CALLER).remote().getPort()).isEqualTo(40_000);
    assertThat(sentFor(Role.AGENT).remote().getPort()).isEqualTo(40_002);
    assertThat(sentFor(Role.CALLER).send()).isTrue();
    assertThat(sentFor(Role.CALLER).hasEvents()).isFalse();
  }

  @Test
  void aPauseIsConfirmedByAnAnswerWithEveryStreamInactive() throws Exception {
    recording();
    assertThat(session.askPause(FIRST)).isTrue();
    assertThat(directions(leg.offers.getLast()))
        .containsExactly(Direction.INACTIVE, Direction.INACTIVE);
    assertThat(leg.offers.getLast().content()).contains("<disassociate-time>2026-05-04T12:00:00Z<");
    assertThat(story.read()).isEmpty();

    assertThat(accepts(streams("inactive", 40_000)))
        .containsExactly(new RecorderPaused(FIRST, "main"));
    assertThat(sentFor(Role.CALLER).send()).isFalse();
    assertThat(sentFor(Role.AGENT).send()).isFalse();
  }

  @Test
  void aPlainYesIsNoConfirmation() {
    recording();
    session.askPause(FIRST);

    assertThat(accepts(streams("recvonly", 40_000)))
        .containsExactly(new RecorderRefused(FIRST, "main", "answered without inactive"));
  }

  @Test
  void aStreamWithoutADirectionIsNotInactive() {
    recording();
    session.askPause(FIRST);
    SipBody silentOnDirection =
        SipBody.sdp(streams("inactive", 40_000).content().replace("a=inactive\n", ""));

    assertThat(accepts(silentOnDirection))
        .containsExactly(new RecorderRefused(FIRST, "main", "answered without inactive"));
  }

  @Test
  void oneStreamInactiveOfTwoIsNoConfirmation() {
    recording();
    session.askPause(FIRST);
    SipBody half =
        SipBody.sdp(streams("inactive", 40_000).content().replaceFirst("a=inactive", "a=recvonly"));

    assertThat(accepts(half))
        .containsExactly(new RecorderRefused(FIRST, "main", "answered without inactive"));
  }

  @Test
  void anAnswerWithFewerStreamsOrNoneIsNoConfirmation() {
    recording();
    for (String answer : List.of("", "nonsense", "v=0\r\ns=-\r\nt=0 0\r\n", oneStream())) {
      session.askPause(FIRST);
      assertThat(accepts(SipBody.sdp(answer)))
          .singleElement()
          .isInstanceOfSatisfying(
              RecorderRefused.class, refused -> assertThat(refused.why()).contains("unusably"));
    }
  }

  private static String oneStream() {
    String both = streams("inactive", 40_000).content();
    return both.substring(0, both.lastIndexOf("m=audio"));
  }

  @Test
  void aRefusedPauseTellsItsStatus() {
    recording();
    session.askPause(FIRST);
    leg.tells(new SipEvent.ReofferRefused(488));

    assertThat(story.read())
        .containsExactly(new RecorderRefused(FIRST, "main", "refused with 488"));
  }

  @Test
  void aSilentRecorderConfirmsNothing() {
    recording();
    session.askPause(FIRST);

    assertThat(story.read()).isEmpty();
    assertThat(leg.offers).hasSize(2);
  }

  @Test
  void aRecorderThatLeavesInsteadOfPausingIsThereNoLonger() {
    recording();
    session.askPause(FIRST);
    leg.tells(new SipEvent.Ended(By.PEER, Map.of()));

    assertThat(story.read()).containsExactly(new RecorderPaused(FIRST, "main"));
    assertThat(story.media.fork("main").closed).isTrue();
    assertThat(story.lost()).isEqualTo(1);
  }

  @Test
  void aRecorderThatLeftBeforeIsNotWaitedFor() {
    recording();
    leg.tells(new SipEvent.Ended(By.PEER, Map.of()));

    assertThat(story.read()).isEmpty();
    assertThat(story.journal).containsExactly(new Entry.RecordingEnded("main", 0, 0, 0));
    assertThat(session.askPause(FIRST)).isFalse();
    assertThat(leg.offers).hasSize(1);
  }

  @Test
  void aRecorderThatRefusesTheInviteIsLostAndTheCallGoesOn() {
    leg.tells(new SipEvent.Refused(603, "Decline"));

    assertThat(story.read()).isEmpty();
    assertThat(story.lost()).isEqualTo(1);
    assertThat(session.askPause(FIRST)).isFalse();
    assertThat(story.media.fork("main").closed).isTrue();
  }

  @Test
  void aRecorderThatAnswersUnusablyIsHungUp() {
    leg.tells(new SipEvent.Answered(SipBody.sdp(oneStream()), Map.of()));

    assertThat(story.read()).isEmpty();
    assertThat(leg.hangUps).isEqualTo(1);
    assertThat(story.lost()).isEqualTo(1);
    leg.tells(new SipEvent.Ended(By.US, Map.of()));
    assertThat(story.read()).isEmpty();
    assertThat(story.lost()).isEqualTo(1);
  }

  @Test
  void aSessionStillBeingSetUpIsAwaitedThenPaused() throws Exception {
    assertThat(session.askPause(FIRST)).isTrue();
    assertThat(leg.offers).hasSize(1);

    recording();
    assertThat(directions(leg.offers.getLast()))
        .containsExactly(Direction.INACTIVE, Direction.INACTIVE);
    assertThat(story.media.fork("main").connected).isEmpty();
    assertThat(accepts(streams("inactive", 40_000)))
        .containsExactly(new RecorderPaused(FIRST, "main"));
  }

  @Test
  void aPauseAskedWhileTheInviteIsRefusedIsThatOfNobody() {
    session.askPause(FIRST);
    leg.tells(new SipEvent.Refused(486, "Busy Here"));

    assertThat(story.read()).containsExactly(new RecorderPaused(FIRST, "main"));
  }

  @Test
  void aResumeSendsAgainToWhereTheRecorderNowWantsIt() throws Exception {
    paused();
    session.askResume();
    assertThat(directions(leg.offers.getLast()))
        .containsExactly(Direction.SENDONLY, Direction.SENDONLY);
    assertThat(leg.offers.getLast().content()).doesNotContain("disassociate-time");
    assertThat(sentFor(Role.CALLER).send()).isFalse();

    assertThat(accepts(streams("recvonly", 41_000))).isEmpty();
    assertThat(sentFor(Role.CALLER).send()).isTrue();
    assertThat(sentFor(Role.CALLER).remote().getPort()).isEqualTo(41_000);
    assertThat(sentFor(Role.AGENT).remote().getPort()).isEqualTo(41_002);
  }

  @Test
  void aPauseAskedWhileTheResumeIsOpenFollowsIt() throws Exception {
    paused();
    session.askResume();
    session.askPause(SECOND);
    int offers = leg.offers.size();

    assertThat(accepts(streams("recvonly", 41_000))).isEmpty();
    assertThat(sentFor(Role.CALLER).send()).isFalse();
    assertThat(leg.offers).hasSize(offers + 1);
    assertThat(directions(leg.offers.getLast()))
        .containsExactly(Direction.INACTIVE, Direction.INACTIVE);
    assertThat(accepts(streams("inactive", 41_000)))
        .containsExactly(new RecorderPaused(SECOND, "main"));
  }

  @Test
  void aResumeThatIsRefusedWhileAPauseIsDueRefusesNoPause() {
    paused();
    session.askResume();
    session.askPause(SECOND);
    leg.tells(new SipEvent.ReofferRefused(491));

    assertThat(story.read()).isEmpty();
    assertThat(accepts(streams("inactive", 41_000)))
        .containsExactly(new RecorderPaused(SECOND, "main"));
  }

  @Test
  void aLateConfirmationOfAPauseThatIsOverMeansNothing() throws Exception {
    recording();
    session.askPause(FIRST);
    session.askResume();

    assertThat(accepts(streams("inactive", 40_000))).isEmpty();
    assertThat(directions(leg.offers.getLast()))
        .containsExactly(Direction.SENDONLY, Direction.SENDONLY);
  }

  @Test
  void aRecorderCannotResumeItself() throws Exception {
    paused();
    leg.tells(new SipEvent.Reoffered(Optional.of(streams("recvonly", 42_000))));

    assertThat(story.read()).isEmpty();
    assertThat(directions(leg.answers.getLast()))
        .containsExactly(Direction.INACTIVE, Direction.INACTIVE);
    assertThat(sentFor(Role.CALLER).send()).isFalse();
    assertThat(sentFor(Role.AGENT).send()).isFalse();
  }

  @Test
  void aRecorderCannotResumeItselfWhileThePauseIsUnderWay() throws Exception {
    recording();
    session.askPause(FIRST);
    leg.tells(new SipEvent.Reoffered(Optional.of(streams("sendrecv", 42_000))));

    assertThat(story.read()).isEmpty();
    assertThat(directions(leg.answers.getLast()))
        .containsExactly(Direction.INACTIVE, Direction.INACTIVE);
    assertThat(sentFor(Role.CALLER).send()).isFalse();
  }

  @Test
  void aRecorderMayMoveItsPortsWhileItRecords() throws Exception {
    recording();
    leg.tells(new SipEvent.Reoffered(Optional.of(streams("recvonly", 42_000))));

    assertThat(story.read()).isEmpty();
    assertThat(directions(leg.answers.getLast()))
        .containsExactly(Direction.SENDONLY, Direction.SENDONLY);
    assertThat(leg.answers.getLast().content()).contains("a=label:1", "a=label:2");
    assertThat(sentFor(Role.AGENT).remote().getPort()).isEqualTo(42_002);
  }

  @Test
  void anOfferlessReinviteWhilePausedIsOfferedInactive() throws Exception {
    paused();
    leg.tells(new SipEvent.Reoffered(Optional.empty()));
    assertThat(story.read()).isEmpty();
    assertThat(directions(leg.answers.getLast()))
        .containsExactly(Direction.INACTIVE, Direction.INACTIVE);

    leg.tells(new SipEvent.Acknowledged(Optional.of(streams("recvonly", 43_000))));
    assertThat(story.read()).isEmpty();
    assertThat(sentFor(Role.CALLER).send()).isFalse();
  }

  @Test
  void anOfferWeCannotReadIsRefusedAndAllStaysAsItWas() {
    recording();
    leg.tells(new SipEvent.Reoffered(Optional.of(SipBody.sdp("nonsense"))));

    assertThat(story.read()).isEmpty();
    assertThat(leg.refusals).containsExactly(400);
    assertThat(sentFor(Role.CALLER).send()).isTrue();
  }

  @Test
  void theVersionGrowsWithEachDescription() {
    paused();
    session.askResume();
    accepts(streams("recvonly", 40_000));
    leg.tells(new SipEvent.Reoffered(Optional.of(streams("recvonly", 42_000))));
    story.read();

    assertThat(leg.offers).extracting(SiprecSessionTest::version).containsExactly(1L, 2L, 3L);
    assertThat(version(leg.answers.getLast())).isEqualTo(4);
  }

  @Test
  void theEndHangsUpClosesTheForkAndLeavesItsCounts() {
    recording();
    session.end();
    session.end();

    assertThat(leg.hangUps).isEqualTo(1);
    assertThat(story.media.fork("main").closed).isTrue();
    assertThat(story.journal).containsExactly(new Entry.RecordingEnded("main", 0, 0, 0));
    assertThat(story.lost()).isZero();
  }
}
