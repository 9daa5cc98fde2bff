package io.hushbridge.sip;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushbridge.sip.SipEvent.Acknowledged;
import io.hushbridge.sip.SipEvent.Ended;
import io.hushbridge.sip.SipEvent.ReofferAccepted;
import io.hushbridge.sip.SipEvent.ReofferRefused;
import io.hushbridge.sip.SipEvent.Reoffered;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Offers that meet (RFC 3261 §14). Waiting times are the shortest that may be drawn: 2.1 s for the
/// owner of the Call-ID, none for the other.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GlareTest {
  private static final SipBody HOLD = SipBody.sdp(Line.sdp("sendonly"));
  private static final SipBody HELD = SipBody.sdp(Line.sdp("recvonly"));

  private Line line;
  private Peer peer;

  @BeforeAll
  void open() throws SipFailure {
    line = Line.impatient();
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
  void theOwnerOfTheCallIdTriesAgainAfterTwoSecondsOrMore() {
    Party party = line.callTo(peer);
    party.leg().reoffer(HOLD, Map.of());
    peer.reply(peer.hears("INVITE"), "491 Request Pending");
    long refusedNanos = System.nanoTime();
    peer.hears("ACK");
    RawMessage again = peer.hears("INVITE");
    assertThat(Duration.ofNanos(System.nanoTime() - refusedNanos))
        .isBetween(Duration.ofMillis(2000), Duration.ofMillis(4500));
    assertThat(again.header("CSeq")).isEqualTo("3 INVITE");
    peer.reply(again, "200 OK", "", HELD.content());
    assertThat(party.next(ReofferAccepted.class).answer()).isEqualTo(HELD);
  }

  @Test
  void aPeerThatAlwaysSays491IsGivenUpInTheEnd() {
    Party party = peer.isTakenBy(line);
    party.leg().reoffer(HOLD, Map.of());
    for (int i = 0; i < 6; i++) {
      peer.reply(peer.hears("INVITE"), "491 Request Pending");
      peer.hears("ACK");
    }
    assertThat(party.next(ReofferRefused.class).status()).isEqualTo(491);
  }

  @Test
  void aPeersOfferThatMeetsOursIsAnswered491AndComesAgain() {
    Party party = peer.isTakenBy(line);
    party.leg().reoffer(HOLD, Map.of());
    RawMessage ours = peer.hears("INVITE");
    peer.say(peer.request("INVITE", 2, "", Line.sdp("sendonly")));
    peer.hears("491");
    peer.reply(ours, "200 OK", "", HELD.content());
    party.next(ReofferAccepted.class);
    peer.say(peer.request("INVITE", 3, "", Line.sdp("sendonly")));
    assertThat(party.next(Reoffered.class).offer()).contains(HOLD);
  }

  @Test
  void thePeersOfferIsTakenWhileOursRestsAfterA491() {
    Party party = line.callTo(peer);
    party.leg().reoffer(HOLD, Map.of());
    peer.reply(peer.hears("INVITE"), "491 Request Pending");
    peer.hears("ACK");
    peer.say(peer.request("INVITE", 1, "", Line.sdp("sendrecv")));
    party.next(Reoffered.class);
    party.leg().acceptReoffer(Line.ANSWER);
    peer.hears("200");
    peer.acknowledges(1, "");
    peer.reply(peer.hears("INVITE"), "200 OK", "", HELD.content());
    party.next(ReofferAccepted.class);
  }

  @Test
  void ourOfferWaitsWhileThePeersIsOpen() {
    Party party = peer.isTakenBy(line);
    peer.say(peer.request("INVITE", 2, "", Line.sdp("sendonly")));
    party.next(Reoffered.class);
    party.leg().reoffer(HOLD, Map.of());
    assertThat(peer.countWithin("INVITE", Duration.ofMillis(100))).isZero();
    party.leg().acceptReoffer(HELD);
    peer.hears("200");
    peer.acknowledges(2, "");
    peer.reply(peer.hears("INVITE"), "200 OK", "", HELD.content());
    party.next(ReofferAccepted.class);
  }

  @Test
  void theAnswerInTheAckArrivesAlthoughWeHaveAnOfferWaiting() {
    Party party = peer.isTakenBy(line);
    peer.say(peer.request("INVITE", 2, "", ""));
    assertThat(party.next(Reoffered.class).offer()).isEmpty();
    party.leg().acceptReoffer(Line.OFFER);
    party.leg().reoffer(HOLD, Map.of());
    peer.hears("200");
    peer.acknowledges(2, Line.sdp("inactive"));
    assertThat(party.next(Acknowledged.class).body()).contains(SipBody.sdp(Line.sdp("inactive")));
    peer.hears("INVITE");
  }

  @Test
  void aSecondOfferOfThePeerIsAskedToComeLater() {
    Party party = peer.isTakenBy(line);
    peer.say(peer.request("INVITE", 2, "", Line.sdp("sendonly")));
    party.next(Reoffered.class);
    peer.say(peer.request("INVITE", 3, "", Line.sdp("sendrecv")));
    assertThat(peer.hears("500").header("Retry-After")).isEqualTo("0");
    party.leg().acceptReoffer(HELD);
    assertThat(peer.hears("200").header("CSeq")).isEqualTo("2 INVITE");
  }

  @Test
  void offersOfOursGoOneAfterTheOther() {
    Party party = line.callTo(peer);
    party.leg().reoffer(HOLD, Map.of("X-Turn", "1"));
    party.leg().reoffer(Line.OFFER, Map.of("X-Turn", "2"));
    RawMessage first = peer.hears("INVITE");
    assertThat(first.header("X-Turn")).isEqualTo("1");
    assertThat(peer.countWithin("INVITE sip", Duration.ofMillis(100))).isZero();
    peer.reply(first, "488 Not Acceptable Here");
    assertThat(party.next(ReofferRefused.class).status()).isEqualTo(488);
    RawMessage second = peer.hears("INVITE");
    assertThat(second.header("X-Turn")).isEqualTo("2");
    peer.reply(second, "200 OK", "", HELD.content());
    party.next(ReofferAccepted.class);
  }

  @Test
  void aReofferThatThePeerTakesBackIsOver() {
    Party party = peer.isTakenBy(line);
    String reoffer =
        peer.request("INVITE", 2, "z9hG4bKback" + System.nanoTime(), "", Line.sdp("sendonly"));
    peer.say(reoffer);
    party.next(Reoffered.class);
    peer.say(
        reoffer
            .replace("INVITE", "CANCEL")
            .replaceAll("(?s)Content-Type.*", "Content-Length: 0\r\n\r\n"));
    peer.hears("487");
    party.leg().acceptReoffer(HELD);
    party.hangUp();
    peer.hears("BYE");
  }

  @Test
  void aByeEndsAReofferThatIsOpen() {
    Party party = peer.isTakenBy(line);
    peer.say(peer.request("INVITE", 2, "", Line.sdp("sendonly")));
    party.next(Reoffered.class);
    party.hangUp();
    assertThat(peer.hears("487").header("CSeq")).isEqualTo("2 INVITE");
    party.next(Ended.class);
  }
}
