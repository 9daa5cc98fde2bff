package io.hushbridge.media.sdp;

import static io.hushbridge.media.rtp.Codec.PCMA;
import static io.hushbridge.media.rtp.Codec.PCMU;
import static io.hushbridge.media.sdp.Direction.INACTIVE;
import static io.hushbridge.media.sdp.Direction.SENDONLY;
import static io.hushbridge.media.sdp.Direction.SENDRECV;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushbridge.media.rtp.Codec;
import io.hushbridge.media.sdp.OfferAnswer.Answered;
import io.hushbridge.media.sdp.OfferAnswer.Identity;
import io.hushbridge.media.sdp.OfferAnswer.Labelled;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfferAnswerTest {
  private static final Identity IDENTITY = new Identity(7, 1);
  private static final InetSocketAddress HERE = at("127.0.0.1", 16384);
  private static final List<Codec> BOTH = List.of(PCMU, PCMA);
  private static final String RECORDERS_OWN =
      """
      v=0
      o=srs 1 2 IN IP4 127.0.0.1
      s=-
      c=IN IP4 127.0.0.1
      t=0 0
      m=audio 40000 RTP/AVP 0 101
      a=rtpmap:101 telephone-event/8000
      a=recvonly
      m=audio 40002 RTP/AVP 0 101
      a=rtpmap:101 telephone-event/8000
      """;

  private static final String PHONE =
      """
      v=0
      o=phone 1 1 IN IP4 192.0.2.9
      s=call
      c=IN IP4 192.0.2.9
      t=0 0
      m=audio 4000 RTP/AVP 18 8 0 96
      a=rtpmap:18 G729/8000
      a=rtpmap:96 telephone-event/8000
      a=fmtp:96 0-16
      """;

  @Test
  void anOfferNamesOurCodecsInOrderAndTelephoneEvent() {
    assertThat(OfferAnswer.offer(IDENTITY, HERE, List.of(PCMA, PCMU), SENDONLY))
        .isEqualTo(
            """
            v=0
            o=- 7 1 IN IP4 127.0.0.1
            s=-
            c=IN IP4 127.0.0.1
            t=0 0
            m=audio 16384 RTP/AVP 8 0 101
            a=rtpmap:8 PCMA/8000
            a=rtpmap:0 PCMU/8000
            a=rtpmap:101 telephone-event/8000
            a=fmtp:101 0-15
            a=ptime:20
            a=sendonly
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void theFirstCodecOfTheOfferThatWeHaveIsTakenUnderItsOwnNumbers() throws SdpFailure {
    Answered answered = answer(PHONE);

    assertThat(answered.stream())
        .isEqualTo(new Stream(at("192.0.2.9", 4000), PCMA, 8, 96, 20, true, true));
    assertThat(lines(answered.answer()))
        .contains(
            "o=- 7 1 IN IP4 127.0.0.1",
            "m=audio 16384 RTP/AVP 8 96",
            "a=rtpmap:96 telephone-event/8000",
            "a=fmtp:96 0-15",
            "a=sendrecv");
  }

  @Test
  void ourAnswerReadsBackAsWhatWeAgreedTo() throws SdpFailure {
    String offer = OfferAnswer.offer(IDENTITY, HERE, BOTH, SENDRECV);
    Answered answered =
        OfferAnswer.answer(new Identity(8, 1), at("127.0.0.2", 9000), offer, BOTH, SENDRECV);

    assertThat(OfferAnswer.agreed(offer, answered.answer()))
        .containsExactly(
            Optional.of(new Stream(at("127.0.0.2", 9000), PCMU, 0, 101, 20, true, true)));
    assertThat(answered.stream()).isEqualTo(new Stream(HERE, PCMU, 0, 101, 20, true, true));
  }

  @Test
  void aDynamicNumberMayStandForG711() throws SdpFailure {
    Stream stream = answer(PHONE.replace("18 8 0", "97") + "a=rtpmap:97 pcmu/8000/1\n").stream();

    assertThat(stream.codec()).isEqualTo(PCMU);
    assertThat(stream.codecPayloadType()).isEqualTo(97);
  }

  @Test
  void telephoneEventOfAnotherClockIsNoneForUs() throws SdpFailure {
    Stream stream = answer(PHONE.replace("event/8000", "event/48000")).stream();

    assertThat(stream.hasEvents()).isFalse();
  }

  @Test
  void theEventsOfOurClockAreFoundBesideOthers() throws SdpFailure {
    String offer = PHONE.replace("0 96", "0 95 96") + "a=rtpmap:95 telephone-event/48000\n";

    assertThat(answer(offer).stream().eventPayloadType()).isEqualTo(96);
  }

  @Test
  void linesMayEndInCrLfAndUnknownOnesAreIgnored() throws SdpFailure {
    String offer = ("\n" + PHONE + "k=clear:x\na=crypto:1 x\na=\nz\n=\n").replace("\n", "\r\n");

    assertThat(answer(offer).stream().remote()).isEqualTo(at("192.0.2.9", 4000));
  }

  @ParameterizedTest
  @CsvSource({
    "sendrecv, SENDRECV, SENDRECV",
    "sendonly, SENDRECV, RECVONLY",
    "recvonly, SENDRECV, SENDONLY",
    "inactive, SENDRECV, INACTIVE",
    "sendrecv, SENDONLY, SENDONLY",
    "sendonly, SENDONLY, INACTIVE",
    "sendrecv, INACTIVE, INACTIVE",
  })
  void theDirectionIsMirroredAndNarrowed(String offered, Direction wanted, Direction answered)
      throws SdpFailure {
    Answered answer =
        OfferAnswer.answer(IDENTITY, HERE, PHONE + "a=" + offered + "\n", BOTH, wanted);

    assertThat(OfferAnswer.directions(answer.answer())).containsExactly(answered);
    assertThat(answer.stream().send()).isEqualTo(answered.sends());
    assertThat(answer.stream().receive()).isEqualTo(answered.receives());
  }

  @ParameterizedTest
  @ValueSource(strings = {"IN IP4 0.0.0.0", "IN IP6 ::"})
  void theOldSpellingOfHoldIsAnsweredRecvonly(String unspecified) throws SdpFailure {
    Answered answered = answer(PHONE.replace("IN IP4 192.0.2.9\nt", unspecified + "\nt"));

    assertThat(answered.stream().send()).isFalse();
    assertThat(answered.stream().receive()).isTrue();
    assertThat(lines(answered.answer())).contains("a=recvonly");
  }

  @Test
  void whatTheSessionSaysHoldsForMLinesThatSayNothing() throws SdpFailure {
    String description =
        """
        v=0
        c=IN IP4 192.0.2.9
        a=sendonly
        m=audio 4000 RTP/AVP 0
        m=audio 4002 RTP/AVP 0
        c=IN IP4 0.0.0.0
        a=sendrecv
        m=audio 4004 RTP/AVP 0
        a=inactive
        m=audio 0 RTP/AVP 0
        """;

    assertThat(OfferAnswer.directions(description))
        .containsExactly(SENDONLY, SENDONLY, INACTIVE, INACTIVE);
  }

  @Test
  void otherMLinesAreRefusedInTheirPlaces() throws SdpFailure {
    String offer =
        """
        v=0
        o=- 1 1 IN IP4 192.0.2.9
        s=-
        c=IN IP4 192.0.2.9
        t=10 20
        m=video 5000 RTP/AVP 96 97
        m=audio 0 RTP/AVP 0
        m=audio 4000 RTP/SAVP 0
        m=audio 4002 RTP/AVP 0
        m=audio 4002 RTP/AVP 0
        m=application 9 UDP/DTLS/SCTP webrtc-datachannel
        """;

    Answered answered = answer(offer);

    assertThat(answered.stream().remote().getPort()).isEqualTo(4002);
    assertThat(lines(answered.answer()))
        .contains("t=10 20")
        .filteredOn(line -> line.startsWith("m="))
        .containsExactly(
            "m=video 0 RTP/AVP 96 97",
            "m=audio 0 RTP/AVP 0",
            "m=audio 0 RTP/SAVP 0",
            "m=audio 16384 RTP/AVP 0",
            "m=audio 0 RTP/AVP 0",
            "m=application 0 UDP/DTLS/SCTP webrtc-datachannel");
  }

  @Test
  void weSendWithTheNumbersOfTheAnswerAndReceiveWithOurs() throws SdpFailure {
    String offer = OfferAnswer.offer(IDENTITY, HERE, BOTH, SENDRECV);
    Stream stream = only(OfferAnswer.agreed(offer, PHONE.replace("18 8 0", "8")));

    assertThat(stream.codecPayloadType()).isEqualTo(8);
    assertThat(stream.eventPayloadType()).isEqualTo(96);
    assertThat(stream.eventPayloadTypeHere()).isEqualTo(101);
  }

  @Test
  void anAnswerMayLeaveTheOffersNumbersUnexplained() throws SdpFailure {
    String offer = OfferAnswer.offer(IDENTITY, HERE, BOTH, SENDRECV);
    String answer = "v=0\nc=IN IP4 192.0.2.9\nm=audio 4000 RTP/AVP 0 101\na=ptime:30\n";

    assertThat(only(OfferAnswer.agreed(offer, answer)))
        .isEqualTo(new Stream(at("192.0.2.9", 4000), PCMU, 0, 101, 30, true, true));
  }

  @Test
  void anAnswerWithoutEventsHasNoneEitherWay() throws SdpFailure {
    String offer = OfferAnswer.offer(IDENTITY, HERE, BOTH, SENDRECV);
    String answer = "v=0\nc=IN IP4 192.0.2.9\nm=audio 4000 RTP/AVP 0\n";
    Stream stream = only(OfferAnswer.agreed(offer, answer));

    assertThat(stream.hasEvents()).isFalse();
    assertThat(stream.eventPayloadTypeHere()).isNegative();
  }

  @Test
  void aHeldOfferLetsAnAnswerOpenNothing() throws SdpFailure {
    String offer = OfferAnswer.offer(IDENTITY, HERE, BOTH, SENDONLY);
    Stream stream = only(OfferAnswer.agreed(offer, PHONE + "a=sendrecv\n"));

    assertThat(stream.send()).isTrue();
    assertThat(stream.receive()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v=0\nc=IN IP4 192.0.2.9\nm=audio 4000 RTP/AVP 18\n",
        "v=0\nc=IN IP4 192.0.2.9\nm=audio 4000 RTP/SAVP 0\n",
        "v=0\nc=IN IP4 192.0.2.9\nm=video 4000 RTP/AVP 0\n",
        "v=0\nc=IN IP4 192.0.2.9\n",
        "v=0\nc=IN IP4 192.0.2.9\nm=audio 4000 RTP/AVP 0\nm=audio 4002 RTP/AVP 0\n",
      })
  void anAnswerThatDoesNotFitTheOfferIsRefused(String answer) {
    String offer = OfferAnswer.offer(IDENTITY, HERE, BOTH, SENDRECV);

    assertThatThrownBy(() -> OfferAnswer.agreed(offer, answer))
        .isInstanceOfSatisfying(SdpFailure.class, it -> assertThat(it.sipStatus()).isEqualTo(488));
  }

  @Test
  void aRecorderIsOfferedLabelledStreamsWithoutKeys() throws SdpFailure {
    String offer = recorderOffer();

    assertThat(lines(offer))
        .filteredOn(line -> line.startsWith("m=") || line.startsWith("a=label"))
        .containsExactly(
            "m=audio 16384 RTP/AVP 0",
            "a=label:caller",
            "m=audio 16386 RTP/AVP 0",
            "a=label:agent");
    assertThat(offer).doesNotContain("telephone-event");
    assertThat(OfferAnswer.directions(offer)).containsExactly(SENDONLY, SENDONLY);
  }

  @Test
  void aRecorderMayRefuseOneStreamAndPauseAnother() throws SdpFailure {
    String answer =
        "v=0\nc=IN IP4 192.0.2.9\nm=audio 0 RTP/AVP 0\nm=audio 7002 RTP/AVP 0\na=inactive\n";
    List<Optional<Stream>> streams = OfferAnswer.agreed(recorderOffer(), answer);

    assertThat(streams.get(0)).isEmpty();
    assertThat(streams.get(1).orElseThrow().send()).isFalse();
  }

  @Test
  void ipv6IsSpokenBothWays() throws SdpFailure {
    String offer = PHONE.replace("IN IP4 192.0.2.9\nt", "IN IP6 2001:db8::1\nt");
    Answered answered = OfferAnswer.answer(IDENTITY, at("::1", 16384), offer, BOTH, SENDRECV);

    assertThat(answered.stream().remote()).isEqualTo(at("2001:db8::1", 4000));
    assertThat(lines(answered.answer())).contains("c=IN IP6 0:0:0:0:0:0:0:1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"media.example", "224.2.1.1/127", "fe80::1%eth0", "0x7f.1", "1.2.3.4.5"})
  void onlyALiteralUnicastAddressIsSentTo(String address) {
    assertRefused(488, PHONE.replace("192.0.2.9\nt", address + "\nt"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "v=1\nc=IN IP4 192.0.2.9\nm=audio 4000 RTP/AVP 0\n",
        "v=0\nm=audio 4000 RTP/AVP 0\n",
        "v=0\nc=IN IP4 192.0.2.9\nm=audio 4000 RTP/AVP\n",
        "v=0\nc=IN IP4 192.0.2.9\nm=audio 65536 RTP/AVP 0\n",
        "v=0\nc=IN IP4 192.0.2.9\nm=audio -1 RTP/AVP 0\n",
        "v=0\nc=IN IP4 192.0.2.9\nm=aud\u0007io 1 RTP/AVP 0\n",
      })
  void nonsenseIsABadRequest(String offer) {
    assertRefused(400, offer);
  }

  @Test
  void anOfferBeyondAllMeasureIsABadRequest() {
    assertRefused(400, PHONE + "a=x\n".repeat(10_000));
    assertRefused(400, PHONE + "m=audio 4000 RTP/AVP 0\n".repeat(40));
  }

  @ParameterizedTest
  @CsvSource({"10, 10", "60, 60", "0, 20", "-5, 20", "9999, 20", "x, 20"})
  void thePacketTimeIsThePeersWithinReason(String written, int understood) throws SdpFailure {
    assertThat(answer(PHONE + "a=ptime:" + written + "\n").stream().ptimeMillis())
        .isEqualTo(understood);
  }

  private static Answered answer(String offer) throws SdpFailure {
    return OfferAnswer.answer(IDENTITY, HERE, offer, BOTH, SENDRECV);
  }

  private static void assertRefused(int status, String offer) {
    assertThatThrownBy(() -> answer(offer))
        .isInstanceOfSatisfying(
            SdpFailure.class, it -> assertThat(it.sipStatus()).isEqualTo(status));
  }

  @Test
  void aRecordersOwnOfferIsAnsweredStreamByStreamAndWithoutEvents() throws Exception {
    var streams = List.of(new Labelled("1", HERE), new Labelled("2", at("127.0.0.1", 16386)));
    var answered = OfferAnswer.labelledAnswer(IDENTITY, streams, RECORDERS_OWN, PCMU, SENDONLY);

    assertThat(lines(answered.answer()))
        .contains("m=audio 16384 RTP/AVP 0", "a=label:1", "m=audio 16386 RTP/AVP 0", "a=label:2")
        .noneMatch(line -> line.contains("telephone-event"));
    assertThat(OfferAnswer.directions(answered.answer())).containsExactly(SENDONLY, SENDONLY);
    assertThat(answered.streams())
        .extracting(stream -> stream.orElseThrow().remote().getPort())
        .containsExactly(40000, 40002);
    assertThat(answered.streams())
        .noneMatch(stream -> stream.orElseThrow().hasEvents() || stream.orElseThrow().receive());
  }

  @Test
  void aRecordersOwnOfferResumesNothing() throws Exception {
    var streams = List.of(new Labelled("1", HERE), new Labelled("2", at("127.0.0.1", 16386)));
    var answered = OfferAnswer.labelledAnswer(IDENTITY, streams, RECORDERS_OWN, PCMU, INACTIVE);

    assertThat(OfferAnswer.directions(answered.answer())).containsExactly(INACTIVE, INACTIVE);
    assertThat(answered.streams()).noneMatch(stream -> stream.orElseThrow().send());
  }

  @Test
  void aStreamThatARecorderAddsOrDropsIsRefused() throws Exception {
    var one = List.of(new Labelled("1", HERE));
    var answered = OfferAnswer.labelledAnswer(IDENTITY, one, RECORDERS_OWN, PCMU, SENDONLY);

    assertThat(answered.streams()).hasSize(2).last().isEqualTo(Optional.empty());
    assertThat(lines(answered.answer())).contains("m=audio 0 RTP/AVP 0 101");
    assertThatThrownBy(
            () -> OfferAnswer.labelledAnswer(IDENTITY, one, RECORDERS_OWN, PCMA, SENDONLY))
        .isInstanceOf(SdpFailure.class);
  }

  private static String recorderOffer() {
    var streams =
        List.of(new Labelled("caller", HERE), new Labelled("agent", at("127.0.0.1", 16386)));
    return OfferAnswer.labelledOffer(IDENTITY, streams, PCMU, SENDONLY);
  }

  private static Stream only(List<Optional<Stream>> streams) {
    assertThat(streams).hasSize(1);
    return streams.getFirst().orElseThrow();
  }

  private static List<String> lines(String text) {
    return List.of(text.split("\r\n"));
  }

  private static InetSocketAddress at(String literal, int port) {
    return new InetSocketAddress(InetAddress.ofLiteral(literal), port);
  }
}
