package io.hushbridge.control.call;

import static io.hushbridge.control.call.Story.RECEIPT;
import static io.hushbridge.control.call.Story.paymentAsked;
import static io.hushbridge.control.call.Story.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushbridge.control.call.TripOutcome.Abandoned;
import io.hushbridge.control.call.TripOutcome.Cancelled;
import io.hushbridge.control.call.TripOutcome.Declined;
import io.hushbridge.control.call.TripOutcome.Paid;
import io.hushbridge.control.call.TripOutcome.Refused;
import io.hushbridge.control.call.TripOutcome.Unknown;
import io.hushbridge.control.call.TripOutcome.Unreachable;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaymentTripTest {
  private static final Word PAID = new Word.Paid(RECEIPT);
  private static final Word DECLINED = new Word.Declined("insufficient funds");

  @Test
  void aPaidCallShieldsPaysReturnsAndTalksAgain() {
    Played call =
        paymentAsked()
            .callbackSays(PAID, seconds(28))
            .lineEndsAfter(seconds(30))
            .callerHangsUpAt(seconds(120))
            .play();

    assertThat(call.outcome()).isEqualTo(new Paid(RECEIPT));
    assertThat(call.toldAgent()).containsExactly(new Paid(RECEIPT));
    assertThat(call.scenes())
        .containsExactly(
            new Scene.Talking(),
            new Scene.Shielded(),
            new Scene.Paying(),
            new Scene.Returning(),
            new Scene.Talking());
    assertThat(call.holds()).isOne();
    assertThat(call.resumes()).isOne();
    assertThat(call.recording()).containsExactly("file");
    assertThat(call.end()).isEqualTo(new CallEnd.Completed("caller"));
  }

  @Test
  void theByeMayComeBeforeTheCallback() {
    Played call =
        paymentAsked()
            .lineEndsAfter(seconds(20))
            .callbackSays(PAID, seconds(35))
            .callerHangsUpAt(seconds(120))
            .play();

    assertThat(call.outcome()).isEqualTo(new Paid(RECEIPT));
    assertThat(call.cues()).containsExactly(Cue.CONFIRMING);
    assertThat(call.cueStops()).as("the agent is not talked over").isOne();
  }

  @Test
  void aDeclineIsNotFinalWhileTheLineIsStillUp() {
    Played call =
        paymentAsked()
            .callbackSays(DECLINED, seconds(40))
            .callbackSays(PAID, seconds(75))
            .lineEndsAfter(seconds(80))
            .callerHangsUpAt(seconds(200))
            .play();

    assertThat(call.outcome()).isEqualTo(new Paid(RECEIPT));
  }

  @Test
  void aDeclineIsFinalOnceTheLineIsDownAndTheGraceIsOver() {
    Played call =
        paymentAsked()
            .callbackSays(DECLINED, seconds(29))
            .lineEndsAfter(seconds(30))
            .callerHangsUpAt(seconds(200))
            .play();

    assertThat(call.outcome()).isEqualTo(new Declined("insufficient funds"));
    assertThat(call.lastScene()).isEqualTo(new Scene.Talking());
  }

  @Test
  void aPaidWordStandsWhateverFollows() {
    Played call =
        paymentAsked()
            .callbackSays(PAID, seconds(20))
            .callbackSays(DECLINED, seconds(21))
            .lineEndsAfter(seconds(22))
            .callerHangsUpAt(seconds(200))
            .play();

    assertThat(call.outcome()).isEqualTo(new Paid(RECEIPT));
  }

  @Test
  void aLineThatStaysAfterPayingIsHungUp() {
    Played call =
        paymentAsked()
            .callbackSays(PAID, seconds(20))
            .lineNeverEnds()
            .callerHangsUpAt(seconds(200))
            .play();

    assertThat(call.outcome()).isEqualTo(new Paid(RECEIPT));
    assertThat(call.lastScene()).isEqualTo(new Scene.Talking());
  }

  @Test
  void withoutACallbackTheMoneyIsUnknown() {
    Played call = paymentAsked().lineEndsAfter(seconds(30)).callerHangsUpAt(seconds(200)).play();

    assertThat(call.outcome()).isInstanceOf(Unknown.class);
  }

  @Test
  void aPaymentThatNeverEndsIsCutOffAndUnknown() {
    Played call = paymentAsked().lineNeverEnds().callerHangsUpAt(seconds(2000)).play();

    assertThat(call.outcome()).isInstanceOf(Unknown.class);
  }

  @Test
  void theCallerGoneWhileKeyingLeavesTheMoneyUnknownAndNobodyWiredBack() {
    Played call = paymentAsked().lineNeverEnds().callerHangsUpAt(seconds(20)).play();

    assertThat(call.outcome()).isInstanceOf(Unknown.class);
    assertThat(call.lastScene()).isEqualTo(new Scene.Paying());
    assertThat(call.resumes()).isZero();
  }

  @Test
  void theCallerGoneAfterThePaidWordHasPaid() {
    Played call =
        paymentAsked()
            .callbackSays(PAID, seconds(10))
            .lineNeverEnds()
            .callerHangsUpAt(seconds(21))
            .play();

    assertThat(call.outcome()).isEqualTo(new Paid(RECEIPT));
  }

  @Test
  void theCallerGoneBeforeTheLinkHasAbandonedIt() {
    Played call = paymentAsked().lineNeverLinks().callerHangsUpAt(seconds(12)).play();

    assertThat(call.outcome()).isEqualTo(new Abandoned());
    assertThat(call.lastScene()).isEqualTo(new Scene.Shielded());
  }

  @Test
  void aLineThatNeverAnswersIsUnreachableAndTalkGoesOn() {
    Played call = paymentAsked().lineNeverAnswers().callerHangsUpAt(seconds(200)).play();

    assertThat(call.outcome()).isInstanceOf(Unreachable.class);
    assertThat(call.scenes()).doesNotContain(new Scene.Paying());
    assertThat(call.lastScene()).isEqualTo(new Scene.Talking());
  }

  @Test
  void aRecorderThatRefusesToPauseRefusesThePayment() {
    Played call =
        paymentAsked()
            .recorder("siprec", new Story.Pause.Refused(seconds(1)))
            .callerHangsUpAt(seconds(200))
            .play();

    assertThat(call.outcome()).isInstanceOf(Refused.class);
    assertThat(call.lineDials()).isZero();
    assertThat(call.lastScene()).isEqualTo(new Scene.Talking());
  }

  @Test
  void aSilentRecorderRefusesThePaymentAfterItsLimit() {
    Played call =
        paymentAsked()
            .recorder("siprec", new Story.Pause.Silent())
            .callerHangsUpAt(seconds(200))
            .play();

    assertThat(call.outcome()).isInstanceOf(Refused.class);
    assertThat(call.lineDials()).isZero();
  }

  @Test
  void aCallWithoutRecordersIsConfirmedByHavingNone() {
    Played call =
        paymentAsked()
            .noRecorders()
            .callbackSays(PAID, seconds(20))
            .callerHangsUpAt(seconds(200))
            .play();

    assertThat(call.outcome()).isEqualTo(new Paid(RECEIPT));
    assertThat(call.entries()).contains(new Entry.PauseAsked(java.util.Set.of()));
  }

  @Test
  void aRefusedSessionDisturbsNobody() {
    Played call = paymentAsked().sessionRefused("token").callerHangsUpAt(seconds(60)).play();

    assertThat(call.outcome()).isEqualTo(new Refused("token"));
    assertThat(call.scenes()).containsExactly(new Scene.Talking());
    assertThat(call.holds()).isZero();
  }

  @Test
  void aHungProviderIsGivenUpWhileTalkGoesOn() {
    Played call = paymentAsked().sessionNeverOpens().callerHangsUpAt(seconds(60)).play();

    assertThat(call.outcome()).isInstanceOf(Refused.class);
    assertThat(call.outcome().why()).isNotEmpty();
    assertThat(call.scenes()).containsExactly(new Scene.Talking());
  }

  @Test
  void anUnwritableJournalRefusesThePaymentAndTheCallGoesOn() {
    Played call = paymentAsked().journalCannotBeWritten().callerHangsUpAt(seconds(60)).play();

    assertThat(call.outcome()).isInstanceOf(Refused.class);
    assertThat(call.end()).isEqualTo(new CallEnd.Completed("caller"));
  }

  @Test
  void aJournalThatDiesBeforeTheLineIsDialledRefusesThePayment() {
    Played call =
        paymentAsked().journalDiesAt(Duration.ofMillis(5_500)).callerHangsUpAt(seconds(60)).play();

    assertThat(call.outcome()).isInstanceOf(Refused.class);
    assertThat(call.lineDials()).isZero();
    assertThat(call.lastScene()).isEqualTo(new Scene.Talking());
  }

  @Test
  void aPaidWordBeforeTheLinkIsAnAlarmAndUnknown() {
    Played call =
        paymentAsked()
            .lineNeverLinks()
            .callbackSays(PAID, Duration.ofMillis(100))
            .callerHangsUpAt(seconds(200))
            .play();

    assertThat(call.outcome()).isInstanceOf(Unknown.class);
    assertThat(call.entries()).hasAtLeastOneElementOfType(Entry.CallbackAlarm.class);
    assertThat(call.scenes()).doesNotContain(new Scene.Paying());
  }

  @Test
  void aCancelBeforeTheLinkCancels() {
    Played call =
        paymentAsked()
            .lineNeverAnswers()
            .cancelledAt(seconds(10))
            .callerHangsUpAt(seconds(60))
            .play();

    assertThat(call.outcome()).isEqualTo(new Cancelled());
  }

  @Test
  void aCancelAfterTheLinkLeavesTheMoneyUnknown() {
    Played call =
        paymentAsked()
            .lineNeverEnds()
            .cancelledAt(seconds(30))
            .callerHangsUpAt(seconds(200))
            .play();

    assertThat(call.outcome()).isInstanceOf(Unknown.class);
  }

  @Test
  void talkStaysShutUntilKeysHaveBeenQuietAfterALineThatDropped() {
    Story story = paymentAsked().lineEndsAfter(seconds(10)).callerHangsUpAt(seconds(200));
    for (int second = 20; second < 70; second += 5) {
      story.keyPressedAt(seconds(second));
    }
    Played call = story.play();

    Entry lastTalk = new Entry.SceneChanged("talking");
    assertThat(call.lastScene()).isEqualTo(new Scene.Talking());
    assertThat(call.entryTimes(lastTalk).getLast()).isEqualTo(seconds(65 + 10));
  }

  @Test
  void anAgentWhoSoundsLikeAKeypadDoesNotKeepTalkShut() {
    Story story = paymentAsked().lineEndsAfter(seconds(10)).callerHangsUpAt(seconds(200));
    for (int second = 20; second < 200; second += 5) {
      story.agentSoundsLikeAKeyAt(seconds(second));
    }
    Played call = story.play();

    assertThat(call.lastScene()).isEqualTo(new Scene.Talking());
    assertThat(call.recording()).isNotEmpty();
  }

  @Test
  void anAgentGoneMeanwhileIsCalledAnew() {
    Played call =
        paymentAsked()
            .agentHangsUpAt(seconds(15))
            .callbackSays(PAID, seconds(20))
            .callerHangsUpAt(seconds(200))
            .play();

    assertThat(call.outcome()).isEqualTo(new Paid(RECEIPT));
    assertThat(call.redials()).isOne();
    assertThat(call.lastScene()).isEqualTo(new Scene.Talking());
  }

  @Test
  void anAgentThatCannotBeCalledAnewEndsTheCallWithAWordAndTheSameOutcome() {
    Played call =
        paymentAsked()
            .agentHangsUpAt(seconds(15))
            .agentNeverReturns()
            .callbackSays(PAID, seconds(20))
            .callerHangsUpAt(seconds(200))
            .play();

    assertThat(call.outcome()).isEqualTo(new Paid(RECEIPT));
    assertThat(call.cues()).endsWith(Cue.AGENT_LOST);
    assertThat(call.end()).isEqualTo(new CallEnd.Broken("agent-lost"));
    assertThat(call.scenes()).endsWith(new Scene.Paying());
  }

  @Test
  void anAgentThatCannotBeTakenOffHoldIsCalledAnew() {
    Played call =
        paymentAsked()
            .agentAcceptsHold()
            .agentThenRefusesToResume()
            .callbackSays(PAID, seconds(20))
            .callerHangsUpAt(seconds(200))
            .play();

    assertThat(call.redials()).isOne();
    assertThat(call.lastScene()).isEqualTo(new Scene.Talking());
  }

  @Test
  void anAgentThatIgnoresBeingTakenOffHoldIsCalledAnew() {
    Played call =
        paymentAsked()
            .agentAcceptsHold()
            .agentThenIgnoresTheResumption()
            .callbackSays(PAID, seconds(20))
            .callerHangsUpAt(seconds(200))
            .play();

    assertThat(call.redials()).isOne();
    assertThat(call.lastScene()).isEqualTo(new Scene.Talking());
  }

  @Test
  void anAgentThatRefusesEveryReinviteIsOnlySentSilence() {
    Played call =
        paymentAsked()
            .agentRefusesHold()
            .agentThenRefusesToResume()
            .callbackSays(PAID, seconds(20))
            .callerHangsUpAt(seconds(200))
            .play();

    assertThat(call.redials()).isZero();
    assertThat(call.outcome()).isEqualTo(new Paid(RECEIPT));
    assertThat(call.lastScene()).isEqualTo(new Scene.Talking());
  }

  @Test
  void aSecondAskIsToldWhichPaymentRuns() {
    Story story =
        paymentAsked()
            .askedAt(seconds(8), new PaymentId("p-2"))
            .callbackSays(PAID, seconds(20))
            .callerHangsUpAt(seconds(200));
    Played call = story.play();

    assertThat(call.outcomes()).hasSize(1);
    assertThat(story.replies())
        .containsExactly(
            Optional.of(new AskReply.Begun()), Optional.of(new AskReply.Busy(Story.PAYMENT)));
  }

  @Test
  void aCallMayPayTwiceOneAfterTheOther() {
    Played call =
        paymentAsked()
            .askedAt(seconds(100), new PaymentId("p-2"))
            .callbackSays(PAID, seconds(20))
            .callerHangsUpAt(seconds(300))
            .play();

    assertThat(call.outcomes()).containsExactly(new Paid(RECEIPT), new Paid(RECEIPT));
  }

  @Test
  void anOfferInTheMiddleOfAPaymentIsAnsweredAtOnce() {
    Played call =
        paymentAsked()
            .at(seconds(20), new CallEvent.Reoffered(Role.AGENT))
            .at(seconds(21), new CallEvent.Reoffered(Role.CALLER))
            .callbackSays(PAID, seconds(25))
            .callerHangsUpAt(seconds(200))
            .play();

    assertThat(call.reoffersAnswered()).isEqualTo(2);
    assertThat(call.outcome()).isEqualTo(new Paid(RECEIPT));
  }

  @Test
  void aReferFromTheLineIsItsEnd() {
    Played call =
        paymentAsked()
            .lineNeverEnds()
            .callbackSays(PAID, seconds(20))
            .at(seconds(40), new CallEvent.Referred(Role.LINE))
            .callerHangsUpAt(seconds(200))
            .play();

    assertThat(call.outcome()).isEqualTo(new Paid(RECEIPT));
  }
}
