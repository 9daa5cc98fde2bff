package io.hushbridge.sip;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushbridge.sip.SipEvent.Acknowledged;
import io.hushbridge.sip.SipEvent.Answered;
import io.hushbridge.sip.SipEvent.By;
import io.hushbridge.sip.SipEvent.Ended;
import io.hushbridge.sip.SipEvent.Refused;
import io.hushbridge.sip.SipEvent.Reoffered;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// With T1 of 20 ms: 64*T1 is 1.3 s.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RetransmissionTest {
  private static final Duration A_WHILE = Duration.ofMillis(400);

  private Line line;
  private Peer peer;

  @BeforeAll
  void open() throws SipFailure {
    line = Line.withT1(Duration.ofMillis(20));
  }

  @AfterAll
  void close() {
    line.close();
  }

  @BeforeEach
  void meet() {
    peer = line.peer();
  }

  @AfterEach
  void part() {
    peer.close();
  }

  @Test
  void our200IsSentAgainUntilItIsAcknowledged() {
    peer.invites();
    Party party = line.taken();
    party.leg().answer(Line.ANSWER);
    RawMessage first = peer.hears("200");
    assertThat(peer.hears("200")).isEqualTo(first);
    assertThat(peer.hears("200")).isEqualTo(first);
    peer.theirTag = first.tag("To");
    peer.acknowledges(1, "");
    party.next(Acknowledged.class);
    while (peer.next(Duration.ofMillis(50)) != null) {
      // what was on its way
    }
    assertThat(peer.countWithin("200", A_WHILE)).isZero();
  }

  @Test
  void aCallWhose200IsNeverAcknowledgedIsHungUp() {
    peer.invites();
    Party party = line.taken();
    party.leg().answer(Line.ANSWER);
    assertThat(party.next(Ended.class).by()).isEqualTo(By.FAILURE);
    peer.reply(peer.hears("BYE"), "200 OK");
  }

  @Test
  void aByeWaitsForTheAckOfOur200() {
    peer.invites();
    Party party = line.taken();
    party.leg().answer(Line.ANSWER);
    peer.theirTag = peer.hears("200").tag("To");
    party.hangUp();
    assertThat(party.next(Ended.class).by()).isEqualTo(By.US);
    assertThat(peer.countWithin("BYE", Duration.ofMillis(100))).isZero();
    peer.acknowledges(1, "");
    peer.reply(peer.hears("BYE"), "200 OK");
  }

  @Test
  void aSecondAckChangesNothing() {
    Party party = peer.isTakenBy(line);
    peer.acknowledges(1, "");
    assertThat(party.within(Duration.ofMillis(100))).isNull();
  }

  @Test
  void aCopyOfAnInviteIsNoSecondCall() {
    RawMessage invite = peer.invites();
    line.taken();
    peer.say(invite.text());
    peer.hears("100");
    assertThat(line.incoming).isEmpty();
  }

  @Test
  void aCopyOfAnInviteByAnotherPathIsRefused() {
    peer.invites();
    line.taken();
    peer.say(peer.request("INVITE", 1, "", Line.sdp("sendrecv")));
    peer.hears("482");
    assertThat(line.incoming).isEmpty();
  }

  @Test
  void a200ThatComesTwiceIsAcknowledgedTwice() {
    Party party = line.dial(line.to(peer.uri()));
    RawMessage invite = peer.isCalled();
    String ok = peer.response(invite, "200 OK", "", Line.sdp("sendrecv"));
    peer.say(ok);
    assertThat(peer.hears("ACK").header("CSeq")).isEqualTo("1 ACK");
    peer.say(ok);
    assertThat(peer.hears("ACK").header("CSeq")).isEqualTo("1 ACK");
    party.next(Answered.class);
    assertThat(party.within(Duration.ofMillis(100))).isNull();
  }

  @Test
  void a200OfAnotherForkIsAcknowledgedAndHungUp() {
    Party party = line.dial(line.to(peer.uri()));
    RawMessage invite = peer.isCalled();
    peer.reply(invite, "200 OK", "", Line.sdp("sendrecv"));
    peer.hears("ACK");
    party.next(Answered.class);
    peer.ownTag = "otherfork";
    peer.reply(invite, "200 OK", "", Line.sdp("sendrecv"));
    assertThat(peer.hears("ACK").tag("To")).isEqualTo("otherfork");
    RawMessage bye = peer.hears("BYE");
    assertThat(bye.tag("To")).isEqualTo("otherfork");
    peer.reply(bye, "200 OK");
    assertThat(party.within(Duration.ofMillis(100))).isNull();
  }

  @Test
  void aPeersReofferIsAnsweredAgainUntilItIsAcknowledged() {
    Party party = peer.isTakenBy(line);
    peer.say(peer.request("INVITE", 2, "", Line.sdp("sendonly")));
    party.next(Reoffered.class);
    party.leg().acceptReoffer(SipBody.sdp(Line.sdp("recvonly")));
    RawMessage first = peer.hears("200");
    assertThat(first.body()).contains("a=recvonly");
    assertThat(peer.hears("200")).isEqualTo(first);
    peer.acknowledges(2, "");
    assertThat(party.within(Duration.ofMillis(100))).isNull();
  }

  @Test
  void a200ToAReofferThatComesAfterTheByeIsStillAcknowledged() {
    Party party = line.callTo(peer);
    party.leg().reoffer(Line.OFFER, Map.of());
    RawMessage reoffer = peer.hears("INVITE");
    peer.say(peer.request("BYE", 1, "", ""));
    assertThat(party.next(Ended.class).by()).isEqualTo(By.PEER);
    peer.hears("200");
    peer.reply(reoffer, "200 OK", "", Line.sdp("sendrecv"));
    assertThat(peer.hears("ACK").header("CSeq")).isEqualTo("2 ACK");
  }

  @Test
  void a200ThatCrossesOurCancelIsAcknowledgedAndHungUp() {
    Party party = line.dial(line.to(peer.uri()));
    RawMessage invite = peer.isCalled();
    peer.reply(invite, "180 Ringing");
    party.next(SipEvent.Progress.class);
    party.hangUp();
    assertThat(party.next(Ended.class).by()).isEqualTo(By.US);
    RawMessage cancel = peer.hears("CANCEL");
    peer.reply(invite, "200 OK", "", Line.sdp("sendrecv"));
    peer.reply(cancel, "200 OK");
    peer.hears("ACK");
    peer.reply(peer.hears("BYE"), "200 OK");
    assertThat(party.within(Duration.ofMillis(100))).isNull();
  }

  @Test
  void aCancelWaitsForTheFirstAnswer() {
    Party party = line.dial(line.to(peer.uri()));
    RawMessage invite = peer.isCalled();
    party.hangUp();
    party.next(Ended.class);
    assertThat(peer.countWithin("CANCEL", Duration.ofMillis(100))).isZero();
    peer.reply(invite, "100 Trying");
    peer.reply(peer.hears("CANCEL"), "200 OK");
    peer.reply(invite, "487 Request Terminated");
    peer.hears("ACK");
  }

  @Test
  void aPeerThatOnlyRingsIsCancelledInTime() {
    Dial dial = line.to(peer.uri());
    Party party =
        line.dial(
            new Dial(
                dial.listener(),
                dial.target(),
                dial.fromUser(),
                dial.offer(),
                Map.of(),
                "",
                dial.digest(),
                Duration.ofMillis(200)));
    RawMessage invite = peer.isCalled();
    peer.reply(invite, "180 Ringing");
    party.next(SipEvent.Progress.class);
    assertThat(party.next(Refused.class).status()).isEqualTo(408);
    peer.hears("CANCEL");
  }

  @Test
  void aPeerThatSaysNothingIsGivenUpAfter64T1() {
    Party party = line.dial(line.to(peer.uri()));
    assertThat(party.next(Refused.class).status()).isEqualTo(408);
  }

  @Test
  void aReofferThatIsNeverAnsweredEndsTheLeg() {
    Party party = line.callTo(peer);
    party.leg().reoffer(Line.OFFER, Map.of());
    peer.reply(peer.hears("INVITE"), "100 Trying");
    assertThat(party.next(Ended.class).by()).isEqualTo(By.FAILURE);
    peer.hears("BYE");
  }

  @Test
  void aReofferThatThePeerDoesNotKnowEndsTheLeg() {
    Party party = line.callTo(peer);
    party.leg().reoffer(Line.OFFER, Map.of());
    peer.reply(peer.hears("INVITE"), "481 Call/Transaction Does Not Exist");
    assertThat(party.next(Ended.class).by()).isEqualTo(By.FAILURE);
    peer.hears("BYE");
  }
}
