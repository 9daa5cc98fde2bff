package io.hushbridge.sim.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class SdpTest {
  private static final InetSocketAddress HERE = new InetSocketAddress("127.0.0.1", 40000);

  @Test
  void whatIsWrittenIsRead() {
    Sdp offer = Sdp.offer(HERE, Flow.SENDONLY);
    assertThat(Sdp.read(offer.text(1))).isEqualTo(offer);
  }

  @Test
  void anAnswerKeepsTheOffersNumberForKeysAndItsLabel() {
    Sdp.Stream offered =
        Sdp.read(
                """
                v=0
                o=- 1 1 IN IP4 127.0.0.1
                s=-
                c=IN IP4 127.0.0.1
                t=0 0
                m=audio 30000 RTP/AVP 8 0 101
                a=rtpmap:101 telephone-event/8000
                a=label:7
                """)
            .first();
    Sdp.Stream answer = offered.answered(HERE, Flow.RECVONLY);
    assertThat(answer).isEqualTo(new Sdp.Stream(HERE, List.of(0), 101, Flow.RECVONLY, "7"));
  }

  @Test
  void eachStreamHasItsOwnDirectionOrTheSessions() {
    Sdp sdp =
        Sdp.read(
            """
            v=0
            c=IN IP4 127.0.0.1
            a=inactive
            m=audio 30000 RTP/AVP 0
            m=audio 30002 RTP/AVP 0
            c=IN IP4 127.0.0.2
            a=sendonly
            """);
    assertThat(sdp.streams())
        .extracting(Sdp.Stream::flow)
        .containsExactly(Flow.INACTIVE, Flow.SENDONLY);
    assertThat(sdp.streams().getLast().address().getHostString()).isEqualTo("127.0.0.2");
  }

  @Test
  void aDescriptionWithoutAStreamIsNone() {
    assertThatThrownBy(() -> Sdp.read("v=0\r\n")).isInstanceOf(IllegalArgumentException.class);
  }
}
