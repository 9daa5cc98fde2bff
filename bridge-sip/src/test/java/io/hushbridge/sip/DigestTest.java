package io.hushbridge.sip;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushbridge.sip.SipEvent.Answered;
import io.hushbridge.sip.SipEvent.Ended;
import io.hushbridge.sip.SipEvent.Refused;
import io.hushbridge.sip.SipEvent.ReofferAccepted;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DigestTest {
  private static final String CHALLENGE =
      "WWW-Authenticate: Digest realm=\"trunk\", nonce=\"n1\", opaque=\"o\", qop=\"auth\"\r\n";

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

  /// The worked example of RFC 7616 §3.9.1.
  @ParameterizedTest
  @CsvSource({
    "MD5, 8ca523f5e9506fed4657c9700eebdbec",
    "SHA-256, 753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"
  })
  void theExampleOfTheRfcComesOut(String algorithm, String expected) {
    Challenge challenge =
        new Challenge(
            false,
            "http-auth@example.org",
            "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
            null,
            algorithm,
            true,
            false);
    String answer =
        challenge.answer(
            new Dial.Digest("http-auth@example.org", "Mufasa", "Circle of Life"),
            "GET",
            "/dir/index.html",
            1,
            "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ");
    assertThat(field(answer, "response")).isEqualTo(expected);
    assertThat(answer).contains("nc=00000001", "qop=auth,");
  }

  @Test
  void aChallengeIsAnsweredAndCountedOnThroughTheCall() {
    Party party = dialWithPassword();
    RawMessage plain = peer.isCalled();
    assertThat(plain.header("Authorization")).isEmpty();
    peer.reply(plain, "401 Unauthorized", CHALLENGE, "");
    peer.hears("ACK");
    RawMessage proven = peer.hears("INVITE");
    assertThat(proven.header("CSeq")).isEqualTo("2 INVITE");
    assertThat(proven.header("Call-ID")).isEqualTo(plain.header("Call-ID"));
    assertProven(proven, "MD5", "00000001");
    peer.reply(proven, "200 OK", "", Line.sdp("sendrecv"));
    assertThat(peer.hears("ACK").header("Authorization")).isEqualTo(proven.header("Authorization"));
    party.next(Answered.class);
    party.leg().reoffer(Line.OFFER, Map.of());
    RawMessage reoffer = peer.hears("INVITE");
    assertProven(reoffer, "MD5", "00000002");
    peer.reply(reoffer, "200 OK", "", Line.sdp("sendrecv"));
    party.next(ReofferAccepted.class);
    party.hangUp();
    assertProven(peer.hears("BYE"), "MD5", "00000003");
  }

  @Test
  void aByeIsChallengedToo() {
    Party party = dialWithPassword();
    peer.answers();
    party.next(Answered.class);
    party.hangUp();
    party.next(Ended.class);
    peer.reply(
        peer.hears("BYE"),
        "407 Proxy Authentication Required",
        CHALLENGE.replace("WWW", "Proxy"),
        "");
    assertThat(peer.hears("BYE").header("Proxy-Authorization")).contains("username=\"bridge\"");
  }

  @Test
  void sha256IsPreferred() {
    dialWithPassword();
    String strong = CHALLENGE.replace("qop", "algorithm=SHA-256, qop").replace("n1", "n2");
    peer.reply(peer.isCalled(), "401 Unauthorized", CHALLENGE + strong, "");
    peer.hears("ACK");
    assertProven(peer.hears("INVITE"), "SHA-256", "00000001");
  }

  @Test
  void aChallengeWithoutQopIsAnsweredTheOldWay() {
    dialWithPassword();
    peer.reply(
        peer.isCalled(),
        "401 Unauthorized",
        "WWW-Authenticate: Digest realm=\"trunk\", nonce=\"n1\"\r\n",
        "");
    peer.hears("ACK");
    String answer = peer.hears("INVITE").header("Authorization");
    String ha1 = hash("MD5", "bridge:trunk:secret");
    String ha2 = hash("MD5", "INVITE:" + peer.uri());
    assertThat(field(answer, "response")).isEqualTo(hash("MD5", ha1 + ":n1:" + ha2));
    assertThat(answer).doesNotContain("nc=");
  }

  @Test
  void aWrongPasswordIsTriedOnce() {
    Party party = dialWithPassword();
    peer.reply(peer.isCalled(), "401 Unauthorized", CHALLENGE, "");
    peer.hears("ACK");
    peer.reply(peer.hears("INVITE"), "401 Unauthorized", CHALLENGE.replace("n1", "n2"), "");
    assertThat(party.next(Refused.class).status()).isEqualTo(401);
    assertThat(peer.countWithin("INVITE", Duration.ofMillis(100))).isZero();
  }

  @Test
  void aStaleNonceIsReplaced() {
    dialWithPassword();
    peer.reply(peer.isCalled(), "401 Unauthorized", CHALLENGE, "");
    peer.hears("ACK");
    String stale = CHALLENGE.replace("n1", "n2").replace("qop", "stale=true, qop");
    peer.reply(peer.hears("INVITE"), "401 Unauthorized", stale, "");
    peer.hears("ACK");
    RawMessage again = peer.hears("INVITE");
    assertThat(again.header("Authorization")).contains("nonce=\"n2\"", "nc=00000001");
  }

  @Test
  void aPasswordIsShownToNoOtherRealm() {
    Party party = dialWithPassword();
    peer.reply(peer.isCalled(), "401 Unauthorized", CHALLENGE.replace("trunk", "thief"), "");
    assertThat(party.next(Refused.class).status()).isEqualTo(401);
    assertThat(peer.countWithin("INVITE", Duration.ofMillis(100))).isZero();
  }

  private Party dialWithPassword() {
    return line.dial(
        new Dial(
            "near",
            peer.uri(),
            "caller",
            Line.OFFER,
            Map.of(),
            "",
            Optional.of(new Dial.Digest("trunk", "bridge", "secret")),
            Duration.ofSeconds(30)));
  }

  private static void assertProven(RawMessage request, String algorithm, String count) {
    String answer = request.header("Authorization");
    String method = request.firstLine().split(" ")[0];
    String ha1 = hash(algorithm, "bridge:trunk:secret");
    String ha2 = hash(algorithm, method + ":" + field(answer, "uri"));
    String expected =
        hash(
            algorithm,
            String.join(
                ":", ha1, field(answer, "nonce"), count, field(answer, "cnonce"), "auth", ha2));
    assertThat(field(answer, "response")).isEqualTo(expected);
    assertThat(field(answer, "uri")).isEqualTo(request.uri());
    assertThat(answer).contains("nc=" + count, "algorithm=" + algorithm, "opaque=\"o\"");
  }

  private static String field(String header, String name) {
    Matcher matcher = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(header);
    assertThat(matcher.find()).as("%s in %s", name, header).isTrue();
    return matcher.group(1);
  }

  private static String hash(String algorithm, String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance(algorithm)
                  .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
