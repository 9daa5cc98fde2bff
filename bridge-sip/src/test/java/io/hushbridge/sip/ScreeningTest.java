package io.hushbridge.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What strangers send.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreeningTest {
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
    assertThat(line.incoming).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "REGISTER, 405",
    "SUBSCRIBE, 405",
    "MESSAGE, 405",
    "PRACK, 405",
    "FROBNICATE, 501",
    "BYE, 481",
    "CANCEL, 481",
    "OPTIONS, 200"
  })
  void aRequestOutOfACallIsAnsweredByItsMethod(String method, String status) {
    peer.say(peer.request(method, 1, "", ""));
    assertThat(peer.next(Duration.ofSeconds(5))).matches(answer -> answer.is(status));
  }

  @ParameterizedTest
  @CsvSource({"INVITE", "BYE", "INFO", "UPDATE", "REFER", "OPTIONS"})
  void aRequestInACallThatIsNotOursIsAnswered481(String method) {
    peer.theirTag = "nobody";
    peer.say(peer.request(method, 1, "", ""));
    peer.hears("481");
  }

  @Test
  void optionsTellWhatWeTake() {
    peer.say(peer.request("OPTIONS", 1, "", ""));
    RawMessage ok = peer.hears("200");
    assertThat(ok.text()).contains("INVITE", "REFER", "application/sdp", "application/dtmf-relay");
    assertThat(ok.header("Server")).isEqualTo("test");
  }

  @Test
  void anOptionThatWeLackIsNamed() {
    peer.say(peer.request("INVITE", 1, "Require: 100rel, timer\r\n", Line.sdp("sendrecv")));
    RawMessage refusal = peer.hears("420");
    assertThat(refusal.text()).contains("Unsupported").contains("100rel").contains("timer");
  }

  @Test
  void aListenerThatSupportsAnOptionTakesTheCall() {
    try (Peer recorded = new Peer(line.endpoint.port("far"))) {
      recorded.say(recorded.request("INVITE", 1, "Require: siprec\r\n", Line.sdp("sendonly")));
      Party recorder = line.taken();
      assertThat(recorder.invited().headers()).containsEntry("require", "siprec");
      recorder.leg().answer(Line.ANSWER);
      assertThat(recorded.hears("200").header("Contact")).endsWith(";+sip.srs");
    }
  }

  @Test
  void aBodyThatDescribesNoSessionIsRefused() {
    peer.say(peer.request("INVITE", 1, "Content-Type: text/plain\r\n", "hello"));
    assertThat(peer.hears("415").text()).contains("Accept").contains("application/sdp");
  }

  /// The stack's parser takes these as they are; whoever calls on in the caller's name must not
  /// fail.
  @ParameterizedTest
  @CsvSource({"#31#4420123, %2331%234420123", "jörg, j%C3%B6rg", "+4420123;ext=7, +4420123;ext=7"})
  void aCallersNameCanBeDialledOnAsItIsTold(String said, String told) {
    peer.say(
        peer.request("INVITE", 1, "", Line.sdp("sendrecv"))
            .replaceFirst("From: <sip:alice@", "From: <sip:" + said + "@"));
    Invited invited = line.taken().invited();
    assertThat(invited.fromUser()).isEqualTo(told);
    assertThat(Door.isUser(invited.fromUser())).isTrue();
  }

  @Test
  void anotherVersionOfSipIsRefused() {
    peer.say(peer.request("OPTIONS", 1, "", "").replaceFirst("SIP/2.0\r\n", "SIP/7.0\r\n"));
    peer.hears("505");
  }

  @Test
  void anotherSchemeIsRefused() {
    peer.say(
        peer.request("INVITE", 1, "", Line.sdp("sendrecv"))
            .replaceFirst("INVITE \\S+", "INVITE tel:+4420123"));
    peer.hears("416");
  }

  @Test
  void anInviteWithoutAContactIsRefused() {
    peer.say(
        peer.request("INVITE", 1, "", Line.sdp("sendrecv")).replaceFirst("Contact: .*\r\n", ""));
    peer.hears("400");
  }

  @Test
  void aRequestWithoutMaxForwardsIsRefused() {
    peer.say(peer.request("OPTIONS", 1, "", "").replaceFirst("Max-Forwards: .*\r\n", ""));
    peer.hears("400");
  }

  @ParameterizedTest
  @CsvSource({
    "CSeq: 2 OPTIONS",
    "Content-Length: 5",
    "l: 5",
    "Call-ID: other",
    "f: <sip:x@y>;tag=1"
  })
  void aHeaderThatMayStandOnceIsRefusedTwice(String second) {
    peer.say(peer.request("OPTIONS", 1, second + "\r\n", ""));
    peer.hears("400");
  }

  @Test
  void aMessageThatDoesNotParseIsRefusedWithoutSayingWhy() {
    peer.say(peer.request("OPTIONS", 1, "", "").replace("CSeq: 1", "CSeq: evil<words>"));
    RawMessage refusal = peer.hears("400");
    assertThat(refusal.firstLine()).isEqualTo("SIP/2.0 400 Bad Request (Malformed)");
  }

  @ParameterizedTest
  @CsvSource({"''", "garbage", "GET / HTTP/1.1", "INVITE"})
  void noiseDoesNoHarm(String noise) {
    peer.say(noise + "\r\n\r\n");
    peer.say("\0\0\0\0");
    peer.say(peer.request("OPTIONS", 1, "", ""));
    peer.hears("200");
  }
}
