package io.hushbridge.sip;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushbridge.sip.SipEvent.Answered;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceTest {

  @Test
  void everyMessageIsShownButNoBodyAndNoInfo() throws SipFailure {
    try (Line line = Line.open();
        Peer peer = line.peer()) {
      Party party = peer.isTakenBy(line);
      peer.say(peer.request("INFO", 2, "Content-Type: application/dtmf\r\n", "5"));
      peer.hears("200 ");
      peer.say(peer.request("BYE", 3, "", ""));
      party.next(SipEvent.Ended.class);
      peer.hears("200 ");
      Line.soon(
          () ->
              assertThat(line.trace)
                  .extracting(m -> m.direction() + " " + m.firstLine().replaceAll(" sip:.*", ""))
                  .containsExactlyInAnyOrder(
                      "RECEIVED INVITE",
                      "SENT SIP/2.0 100 Trying",
                      "SENT SIP/2.0 200 OK",
                      "RECEIVED ACK",
                      "RECEIVED BYE",
                      "SENT SIP/2.0 200 OK"));
      assertThat(line.trace).allMatch(m -> m.listener().equals("near"));
      assertThat(line.trace).allMatch(m -> m.peer().equals(party.invited().source()));
      assertThat(line.trace).noneMatch(m -> m.toString().contains("telephone-event"));
      assertThat(List.copyOf(line.trace).getFirst().media()).isEqualTo("sendrecv");
    }
  }

  @Test
  void theDirectionOfEachStreamIsShown() throws SipFailure {
    try (Line line = Line.open()) {
      SipBody two =
          SipBody.sdp(
              Line.sdp("sendonly")
                  + "m=audio 5 RTP/AVP 0\r\na=inactive\r\nm=audio 6 RTP/AVP 0\r\n");
      Dial dial = line.to(line.far("tcp"));
      Party caller =
          line.dial(
              new Dial(
                  dial.listener(),
                  dial.target(),
                  "x",
                  two,
                  dial.headers(),
                  "",
                  dial.digest(),
                  dial.ringing()));
      line.taken().leg().answer(Line.ANSWER);
      caller.next(Answered.class);
      Line.soon(
          () ->
              assertThat(line.trace)
                  .filteredOn(m -> m.firstLine().startsWith("INVITE"))
                  .extracting(m -> m.listener() + " " + m.direction() + " " + m.media())
                  .containsExactlyInAnyOrder(
                      "near SENT sendonly,inactive,sendrecv",
                      "far RECEIVED sendonly,inactive,sendrecv"));
    }
  }
}
