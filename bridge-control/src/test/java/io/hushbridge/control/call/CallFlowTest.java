package io.hushbridge.control.call;

import static io.hushbridge.control.call.Story.seconds;
import static io.hushbridge.control.call.Story.talk;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallFlowTest {

  @Test
  void aCallIsAnsweredWhenTheAgentIsThereAndEndsWithTheCaller() {
    Played call = talk().callerHangsUpAt(seconds(30)).play();

    assertThat(call.callerAnswered()).isTrue();
    assertThat(call.scenes()).containsExactly(new Scene.Talking());
    assertThat(call.end()).isEqualTo(new CallEnd.Completed("caller"));
  }

  @Test
  void aCallEndsWithTheAgent() {
    Played call = talk().agentHangsUpAt(seconds(30)).play();

    assertThat(call.end()).isEqualTo(new CallEnd.Completed("agent"));
  }

  @Test
  void aSilentAgentRefusesTheCallerAndNothingIsRecorded() {
    Played call = talk().agentNeverAnswers().play();

    assertThat(call.callerAnswered()).isFalse();
    assertThat(call.recording()).isEmpty();
    assertThat(call.end()).isEqualTo(new CallEnd.Refused(480, "agent-silent"));
  }

  @Test
  void anAskBeforeTalkIsNotTaken() {
    Story story =
        talk()
            .askedAt(java.time.Duration.ofMillis(500), Story.PAYMENT)
            .callerHangsUpAt(seconds(30));
    Played call = story.play();

    assertThat(story.replies())
        .containsExactly(Optional.of(new AskReply.NotNow("caller and agent are not talking yet")));
    assertThat(call.outcomes()).isEmpty();
  }

  @Test
  void theOperatorEndsACall() {
    Played call = talk().at(seconds(10), new CallEvent.HangUpAsked("operator")).play();

    assertThat(call.end()).isEqualTo(new CallEnd.Completed("operator"));
  }
}
