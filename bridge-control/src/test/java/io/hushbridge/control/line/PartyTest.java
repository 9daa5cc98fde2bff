package io.hushbridge.control.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushbridge.control.call.CallEvent;
import io.hushbridge.control.call.Role;
import io.hushbridge.media.MediaCall;
import io.hushbridge.media.MediaFailure;
import io.hushbridge.media.MediaPlane;
import io.hushbridge.media.MediaPort;
import io.hushbridge.media.MediaSettings;
import io.hushbridge.media.rtp.Codec;
import io.hushbridge.media.sdp.OfferAnswer.Identity;
import io.hushbridge.sip.Invited;
import io.hushbridge.sip.SipBody;
import io.hushbridge.sip.SipEvent;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartyTest {
  private static final String PCMU = "0 101\r\na=rtpmap:101 telephone-event/8000";
  private static final String PCMA = "8 101\r\na=rtpmap:101 telephone-event/8000";
  private static final String NO_EVENTS = "0";

  private final MediaPlane plane =
      MediaPlane.open(new MediaSettings("127.0.0.1", 43_000, 43_099, 1));
  private final MediaCall media = plane.newCall(_ -> {});
  private final KeptLeg leg = new KeptLeg();
  private MediaPort port;

  @BeforeEach
  void open() throws MediaFailure {
    port = media.openPort(Role.LINE.port());
  }

  @AfterEach
  void close() {
    media.close();
    plane.close();
  }

  @Test
  void aLineMayNotOfferItsTelephoneEventAway() {
    Party line = party(Role.LINE, true);

    reoffered(line, NO_EVENTS);
    assertThat(leg.done).containsExactly("refuse 488");

    reoffered(line, PCMU);
    assertThat(leg.done).containsExactly("refuse 488", "accept");
  }

  @Test
  void anAgentNeedsNoTelephoneEvent() {
    reoffered(party(Role.AGENT, false), NO_EVENTS);

    assertThat(leg.done).containsExactly("accept");
  }

  @Test
  void aCallerWhoseLateAnswerIsOfNoUseIsNotLeftInDeadAir() throws Exception {
    CallerLeg caller = lateOffer();

    assertThat(caller.hear(acknowledged(PCMA))).contains(new CallEvent.Left(Role.CALLER));
    assertThat(leg.done).containsExactly("answer", "hang up");
  }

  @Test
  void aCallerWhoOwesAnAnswerAndBringsNoneIsNotLeftInDeadAir() throws Exception {
    CallerLeg caller = lateOffer();

    assertThat(caller.hear(new SipEvent.Acknowledged(Optional.empty())))
        .contains(new CallEvent.Left(Role.CALLER));
  }

  @Test
  void aCallerWhoseLateAnswerFitsStays() throws Exception {
    CallerLeg caller = lateOffer();

    assertThat(caller.hear(acknowledged(PCMU))).isEmpty();
    assertThat(caller.hear(new SipEvent.Acknowledged(Optional.empty()))).isEmpty();
    assertThat(leg.done).containsExactly("answer");
  }

  private CallerLeg lateOffer() throws Exception {
    Invited invited =
        new Invited("trunk", "127.0.0.1:5060", "0800", "4420", Optional.empty(), Map.of());
    CallerLeg caller = CallerLeg.of(leg, invited, port, new Identity(1, 1));
    caller.answer();
    return caller;
  }

  private Party party(Role role, boolean needsEvents) {
    Party party = new Party(role, port, Codec.PCMU, new Identity(1, 1), needsEvents);
    party.speaksThrough(leg);
    return party;
  }

  private static void reoffered(Party party, String formats) {
    assertThat(party.hear(new SipEvent.Reoffered(Optional.of(sdp(formats))))).isPresent();
    party.answerReoffer();
  }

  private static SipEvent acknowledged(String formats) {
    return new SipEvent.Acknowledged(Optional.of(sdp(formats)));
  }

  private static SipBody sdp(String formats) {
    return SipBody.sdp(
        "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
            + "m=audio 40000 RTP/AVP %s\r\n".formatted(formats));
  }
}
