package io.hushbridge.sip;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushbridge.sip.SipEvent.Acknowledged;
import io.hushbridge.sip.SipEvent.By;
import io.hushbridge.sip.SipEvent.Ended;
import io.hushbridge.sip.SipEvent.Referred;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a peer may ask while the call stands.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InDialogTest {
  private Line line;
  private Peer peer;

  @BeforeAll
  void open() throws SipFailure {
    line = Line.open();
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

  @ParameterizedTest
  @CsvSource({
    "application/dtmf-relay, 'Signal=5\r\nDuration=160\r\n', 5",
    "application/dtmf-relay, 'Duration=100\r\nSignal= *', 10",
    "application/dtmf-relay, 'signal=#\n', 11",
    "application/dtmf-relay, 'Signal=11', 11",
    "application/dtmf-relay, 'Signal=d', 15",
    "application/dtmf, '7', 7",
    "application/dtmf, ' A\r\n', 12"
  })
  void aKeyByInfoReachesWhoWantsIt(String type, String body, int key) throws Exception {
    Party party = peer.isTakenBy(line);
    peer.say(peer.request("INFO", 2, "Content-Type: " + type + "\r\n", body));
    peer.hears("200");
    assertThat(party.keys.take()).isEqualTo(key);
    assertThat(party.within(Duration.ofMillis(50))).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "application/dtmf-relay, 'Signal=55', 400",
    "application/dtmf-relay, 'Signal=E', 400",
    "application/dtmf-relay, 'Signals', 400",
    "application/dtmf, '16', 400",
    "application/json, '{}', 415"
  })
  void anInfoThatIsNoKeyPressesNone(String type, String body, String status) {
    Party party = peer.isTakenBy(line);
    peer.say(peer.request("INFO", 2, "Content-Type: " + type + "\r\n", body));
    peer.hears(status);
    assertThat(party.keys).isEmpty();
  }

  @Test
  void aKeyIsCountedOnceHoweverOftenItComes() {
    Party party = peer.isTakenBy(line);
    String key = peer.request("INFO", 2, "Content-Type: application/dtmf\r\n", "5");
    peer.insists(key, "200");
    peer.insists(key, "200");
    peer.say(peer.request("INFO", 2, "Content-Type: application/dtmf\r\n", "5"));
    peer.hears("500");
    assertThat(party.keys).hasSize(1);
  }

  @Test
  void anEmptyInfoIsTaken() {
    peer.isTakenBy(line);
    peer.say(peer.request("INFO", 2, "", ""));
    peer.hears("200");
  }

  @Test
  void aReferIsDeclinedAndTold() {
    Party party = peer.isTakenBy(line);
    peer.say(peer.request("REFER", 2, "Refer-To: <sip:pay@bridge.invalid;amount=5000>\r\n", ""));
    peer.hears("603");
    assertThat(party.next(Referred.class).target()).isEqualTo("sip:pay@bridge.invalid;amount=5000");
  }

  @Test
  void anUpdateRefreshesButDoesNotOffer() {
    peer.isTakenBy(line);
    peer.say(peer.request("UPDATE", 2, "", ""));
    assertThat(peer.hears("200").header("Contact")).isNotEmpty();
    peer.say(peer.request("UPDATE", 3, "", Line.sdp("sendonly")));
    peer.hears("488");
  }

  @Test
  void optionsInACallAreAnsweredAndStrangersAreNot() {
    peer.isTakenBy(line);
    peer.say(peer.request("OPTIONS", 2, "", ""));
    assertThat(peer.hears("200").text()).contains("Allow");
    String known = peer.ownTag;
    peer.ownTag = "stranger";
    peer.say(peer.request("OPTIONS", 3, "", ""));
    peer.hears("481");
    peer.ownTag = known;
  }

  @Test
  void anOldRequestIsRefused() {
    peer.isTakenBy(line);
    peer.say(peer.request("INFO", 5, "", ""));
    peer.hears("200");
    peer.say(peer.request("OPTIONS", 4, "", ""));
    peer.hears("500");
  }

  @Test
  void anOfferlessCallIsAnsweredWithOurOfferAndAcknowledgedWithTheirs() {
    peer.say(peer.request("INVITE", 1, "", ""));
    Party party = line.taken();
    assertThat(party.invited().offer()).isEmpty();
    party.leg().answer(Line.OFFER);
    RawMessage ok = peer.hears("200");
    assertThat(ok.body()).isEqualTo(Line.OFFER.content());
    peer.theirTag = ok.tag("To");
    peer.acknowledges(1, Line.sdp("recvonly"));
    assertThat(party.next(Acknowledged.class).body()).contains(SipBody.sdp(Line.sdp("recvonly")));
  }

  @Test
  void aCancelBeforeAnyoneHasLookedEndsTheCall() {
    String invite = peer.request("INVITE", 1, "z9hG4bKearly" + System.nanoTime(), "", "");
    peer.say(invite);
    peer.say(
        invite
            .replace("INVITE", "CANCEL")
            .replace("Max-Forwards", "Reason: SIP;cause=200\r\nMax-Forwards"));
    Ended ended = line.taken().next(Ended.class);
    assertThat(ended.by()).isEqualTo(By.PEER);
    assertThat(ended.headers()).containsEntry("reason", "SIP;cause=200");
    peer.hears("487");
  }

  @Test
  void requestsFollowTheRecordedRouteAndTheNewestContact() {
    peer.say(
        peer.request(
            "INVITE",
            1,
            "Record-Route: <%s;lr>, <sip:192.0.2.1;lr>\r\n".formatted(peer.uri()),
            Line.sdp("sendrecv")));
    Party party = line.taken();
    party.leg().answer(Line.ANSWER);
    RawMessage ok = peer.hears("200");
    assertThat(ok.text()).contains("192.0.2.1;lr");
    peer.theirTag = ok.tag("To");
    peer.acknowledges(1, "");
    peer.say(
        peer.request("UPDATE", 2, "", "")
            .replaceFirst("Contact: .*", "Contact: <sip:moved@192.0.2.9>"));
    peer.hears("200 ");
    party.hangUp();
    RawMessage bye = peer.hears("BYE");
    assertThat(bye.uri()).isEqualTo("sip:moved@192.0.2.9");
    assertThat(bye.text().indexOf(peer.uri())).isLessThan(bye.text().indexOf("192.0.2.1;lr"));
  }

  @Test
  void headersGoOnRefusalByeAndReoffer() {
    peer.invites();
    Party refused = line.taken();
    refused.leg().hangUp(Map.of("X-Why", "closed"));
    assertThat(peer.hears("480").header("X-Why")).isEqualTo("closed");
    assertThat(refused.next(Ended.class).by()).isEqualTo(By.US);
  }
}
