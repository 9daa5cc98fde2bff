package io.hushbridge.sip;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushbridge.sip.SipEvent.Acknowledged;
import io.hushbridge.sip.SipEvent.Answered;
import io.hushbridge.sip.SipEvent.By;
import io.hushbridge.sip.SipEvent.Ended;
import io.hushbridge.sip.SipEvent.ReofferAccepted;
import io.hushbridge.sip.SipEvent.Reoffered;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SippTest {

  @ParameterizedTest
  @ValueSource(strings = {"udp", "tcp"})
  void aCallerHoldsPressesAKeyAndIsHungUp(String transport) throws Exception {
    try (Line line = Line.open();
        Sipp caller =
            Sipp.running("caller.xml", transport, line.endpoint.port("near"), "-m", "1")) {
      Party party = line.taken();
      assertThat(party.invited().fromUser()).isEqualTo("+4420");
      party.leg().ring();
      party.leg().answer(Line.ANSWER);
      party.next(Acknowledged.class);
      assertThat(party.next(Reoffered.class).offer().orElseThrow().content())
          .contains("a=sendonly");
      party.leg().acceptReoffer(SipBody.sdp(Line.sdp("recvonly")));
      assertThat(party.keys.take()).isEqualTo(5);
      party.hangUp();
      assertThat(party.next(Ended.class).by()).isEqualTo(By.US);
      caller.succeeds();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"udp", "tcp"})
  void anAgentThatSays491OnceIsAskedAgain(String transport) throws Exception {
    try (Line line = Line.impatient();
        Sipp agent = Sipp.running("agent.xml", transport, line.endpoint.port("near"), "-m", "1")) {
      Party party = callUntilItListens(line, agent, transport);
      party.leg().reoffer(SipBody.sdp(Line.sdp("sendonly")), Map.of());
      assertThat(party.next(ReofferAccepted.class).answer().content()).contains("a=recvonly");
      assertThat(party.next(Ended.class).by()).isEqualTo(By.PEER);
      agent.succeeds();
    }
  }

  /// Over TCP a SIPp that is not yet up refuses the connection.
  private static Party callUntilItListens(Line line, Sipp agent, String transport) {
    for (int i = 0; i < 50; i++) {
      Party party =
          line.dial(line.to("sip:agent@127.0.0.1:" + agent.port + ";transport=" + transport));
      switch (party.eventually(SipEvent.class)) {
        case Answered _ -> {
          return party;
        }
        case SipEvent.Refused _ -> {} // not yet up
        default -> {
          party.eventually(Answered.class);
          return party;
        }
      }
    }
    throw new AssertionError("sipp does not listen");
  }

  @Test
  void hundredsOfCallsLeaveNothingBehind() throws Exception {
    SipSettings settings =
        new SipSettings(
            List.of(new SipSettings.Listener("near", "127.0.0.1", 0)), "test", new Random(1));
    IncomingCalls answering =
        (leg, invited) -> {
          leg.ring();
          leg.answer(Line.ANSWER);
          return event -> {};
        };
    try (SipEndpoint endpoint = SipEndpoint.open(settings, answering);
        Sipp callers =
            Sipp.running("uac", "udp", endpoint.port("near"), "-m", "200", "-r", "100")) {
      callers.succeeds();
      Line.soon(() -> assertThat(endpoint.counts()).isEqualTo(new SipCounts(0, 0, 0)));
    }
  }
}
