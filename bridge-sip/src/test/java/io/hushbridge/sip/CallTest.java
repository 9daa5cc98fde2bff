package io.hushbridge.sip;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushbridge.sip.SipEvent.Acknowledged;
import io.hushbridge.sip.SipEvent.Answered;
import io.hushbridge.sip.SipEvent.By;
import io.hushbridge.sip.SipEvent.Ended;
import io.hushbridge.sip.SipEvent.Progress;
import io.hushbridge.sip.SipEvent.Refused;
import io.hushbridge.sip.SipEvent.ReofferAccepted;
import io.hushbridge.sip.SipEvent.ReofferRefused;
import io.hushbridge.sip.SipEvent.Reoffered;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallTest {
  private Line line;

  @BeforeAll
  void open() throws SipFailure {
    line = Line.open();
  }

  @AfterAll
  void close() {
    line.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"udp", "tcp"})
  void aCallIsRungAnsweredAcknowledgedAndHungUp(String transport) {
    Party caller = line.dial(line.to(line.far(transport)));
    Party callee = line.taken();
    assertThat(callee.invited().toUser()).isEqualTo("0800");
    assertThat(callee.invited().fromUser()).isEqualTo("caller");
    assertThat(callee.invited().listener()).isEqualTo("far");
    assertThat(callee.invited().offer()).contains(Line.OFFER);
    callee.leg().ring();
    assertThat(caller.next(Progress.class).status()).isEqualTo(180);
    callee.leg().answer(Line.ANSWER);
    assertThat(caller.next(Answered.class).body()).isEqualTo(Line.ANSWER);
    assertThat(callee.next(Acknowledged.class).body()).isEmpty();
    caller.leg().hangUp(Map.of("X-Hush-Why", "done"));
    assertThat(caller.next(Ended.class).by()).isEqualTo(By.US);
    Ended ended = callee.next(Ended.class);
    assertThat(ended.by()).isEqualTo(By.PEER);
    assertThat(ended.headers()).containsEntry("x-hush-why", "done");
  }

  @ParameterizedTest
  @ValueSource(strings = {"udp", "tcp"})
  void eitherSideMayOfferAnew(String transport) {
    Party caller = line.dial(line.to(line.far(transport)));
    Party callee = line.taken();
    callee.leg().answer(Line.ANSWER);
    caller.next(Answered.class);
    callee.next(Acknowledged.class);
    SipBody hold = SipBody.sdp(Line.sdp("sendonly"));
    SipBody held = SipBody.sdp(Line.sdp("recvonly"));
    caller.leg().reoffer(hold, Map.of("X-Hush-Outcome", "paid"));
    Reoffered reoffered = callee.next(Reoffered.class);
    assertThat(reoffered.offer()).isEqualTo(Optional.of(hold));
    assertThat(reoffered.headers()).containsEntry("x-hush-outcome", "paid");
    callee.leg().acceptReoffer(held);
    assertThat(caller.next(ReofferAccepted.class).answer()).isEqualTo(held);
    callee.leg().reoffer(hold, Map.of());
    caller.next(Reoffered.class);
    caller.leg().refuseReoffer(488);
    assertThat(callee.next(ReofferRefused.class).status()).isEqualTo(488);
    callee.hangUp();
    assertThat(caller.next(Ended.class).by()).isEqualTo(By.PEER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"udp", "tcp"})
  void aCancelReachesTheCallee(String transport) {
    Party caller = line.dial(line.to(line.far(transport)));
    Party callee = line.taken();
    callee.leg().ring();
    caller.next(Progress.class);
    caller.hangUp();
    assertThat(caller.next(Ended.class).by()).isEqualTo(By.US);
    assertThat(callee.next(Ended.class).by()).isEqualTo(By.PEER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"udp", "tcp"})
  void aRefusalNamesItsStatus(String transport) {
    Party caller = line.dial(line.to(line.far(transport)));
    Party callee = line.taken();
    callee.leg().refuse(486, "Busy Here");
    assertThat(caller.next(Refused.class)).isEqualTo(new Refused(486, "Busy Here"));
    assertThat(callee.next(Ended.class).by()).isEqualTo(By.US);
  }
}
