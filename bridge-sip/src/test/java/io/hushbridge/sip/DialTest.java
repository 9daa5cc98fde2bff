package io.hushbridge.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushbridge.sip.SipEvent.Answered;
import io.hushbridge.sip.SipEvent.Progress;
import io.hushbridge.sip.SipEvent.Refused;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DialTest {
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

  private Dial dial(String target, String user, SipBody offer, Map<String, String> headers) {
    return new Dial(
        "near", target, user, offer, headers, "+sip.src", Optional.empty(), Duration.ofSeconds(30));
  }

  @Test
  void anInviteToARecorderCarriesItsPartsUntouched() {
    SipBody parts =
        new SipBody(
            "multipart/mixed;boundary=\"=-hush\"",
            String.join(
                "\r\n",
                "--=-hush",
                "Content-Type: application/sdp",
                "",
                "v=0",
                "--=-hush",
                "Content-Type: application/rs-metadata+xml",
                "",
                "<recording é/>",
                "--=-hush--",
                ""));
    line.dial(dial(peer.uri(), "bridge", parts, Map.of("Require", "siprec", "X-Hush-Call", "c1")));
    RawMessage invite = peer.isCalled();
    assertThat(invite.header("Content-Type")).isEqualTo("multipart/mixed;boundary=\"=-hush\"");
    assertThat(invite.body()).isEqualTo(parts.content());
    assertThat(invite.header("Require")).isEqualTo("siprec");
    assertThat(invite.header("X-Hush-Call")).isEqualTo("c1");
    assertThat(invite.header("Contact")).endsWith(";+sip.src").contains("sip:bridge@127.0.0.1:");
    assertThat(invite.header("From")).startsWith("<sip:bridge@127.0.0.1>;tag=");
    assertThat(invite.header("Via")).contains("rport");
  }

  @Test
  void whatThePeerSaysArrives() {
    Party party = line.dial(dial(peer.uri(), "bridge", Line.OFFER, Map.of()));
    RawMessage invite = peer.isCalled();
    peer.reply(invite, "183 Session Progress", "", Line.sdp("sendonly"));
    Progress early = party.next(Progress.class);
    assertThat(early.status()).isEqualTo(183);
    assertThat(early.body()).contains(SipBody.sdp(Line.sdp("sendonly")));
    peer.reply(
        invite,
        "200 OK",
        "X-Room: 7\r\nContent-Type: multipart/mixed; boundary=b\r\n",
        "--b\r\n\r\n\r\n--b--");
    Answered answered = party.next(Answered.class);
    assertThat(answered.body().contentType()).isEqualTo("multipart/mixed;boundary=b");
    assertThat(answered.body().content()).isEqualTo("--b\r\n\r\n\r\n--b--");
    assertThat(answered.headers()).containsEntry("x-room", "7").doesNotContainKeys("via", "to");
  }

  @Test
  void anAnswerWithoutSdpIsHungUp() {
    Party party = line.dial(dial(peer.uri(), "bridge", Line.OFFER, Map.of()));
    peer.reply(peer.isCalled(), "200 OK");
    assertThat(party.next(Refused.class).status()).isEqualTo(488);
    peer.hears("ACK");
    peer.hears("BYE");
  }

  @Test
  void aRedirectionIsARefusal() {
    Party party = line.dial(dial(peer.uri(), "bridge", Line.OFFER, Map.of()));
    peer.reply(peer.isCalled(), "302 Moved Temporarily", "", "");
    assertThat(party.next(Refused.class)).isEqualTo(new Refused(302, "Moved Temporarily"));
  }

  @Test
  void aPeerThatDoesNotListenIs503AndLeavesNothing() throws Exception {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    Party party =
        line.dial(dial("sip:x@127.0.0.1:" + closed + ";transport=tcp", "b", Line.OFFER, Map.of()));
    assertThat(party.next(Refused.class).status()).isEqualTo(503);
  }

  @Test
  void aNameThatDoesNotResolveIs503() {
    Party party = line.dial(dial("sip:x@nowhere.invalid", "b", Line.OFFER, Map.of()));
    assertThat(party.next(Refused.class).status()).isEqualTo(503);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Via",
        "v",
        "ROUTE",
        "Contact",
        "from",
        "Content-Length",
        "Authorization",
        "X Y",
        "X:Y",
        "X\r\nY",
        ""
      })
  void aHeaderThatIsNotForACallerIsRefused(String name) {
    assertThatThrownBy(() -> line.dial(dial(peer.uri(), "b", Line.OFFER, Map.of(name, "value"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nX-Other: b", "a\nb", "a\0b"})
  void aValueThatBreaksTheLineIsRefused(String value) {
    assertThatThrownBy(() -> line.dial(dial(peer.uri(), "b", Line.OFFER, Map.of("X-One", value))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tel:+4420",
        "sips:x@127.0.0.1",
        "sip:x@127.0.0.1;transport=tls",
        "sip:x@127.0.0.1?X-A=b",
        "sip:x@127.0.0.1\r\nX-A: b",
        "not a uri"
      })
  void aTargetThatWeCannotDialIsRefused(String target) {
    assertThatThrownBy(() -> line.dial(dial(target, "b", Line.OFFER, Map.of())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a@b", "a>b", "a\r\nX: y", "a;b<"})
  void aUserThatCannotStandInAnAddressIsRefused(String user) {
    assertThatThrownBy(() -> line.dial(dial(peer.uri(), user, Line.OFFER, Map.of())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void neitherADialNorAComplaintAboutItRepeatsAHeadersValue() {
    Dial dial = with(Map.of("X-Token", "s3cret"));
    assertThat(dial.toString()).contains("X-Token").doesNotContain("s3cret");
    assertThatThrownBy(() -> line.dial(with(Map.of("Reply-To", "<s3cret"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("header Reply-To does not parse")
        .hasNoCause();
  }

  private Dial with(Map<String, String> headers) {
    return new Dial(
        "near",
        "sip:x@127.0.0.1",
        "caller",
        Line.OFFER,
        headers,
        "",
        Optional.empty(),
        Duration.ofSeconds(1));
  }
}
