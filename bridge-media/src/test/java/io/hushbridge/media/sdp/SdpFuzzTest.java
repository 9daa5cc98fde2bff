package io.hushbridge.media.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.hushbridge.media.rtp.Codec;
import io.hushbridge.media.sdp.OfferAnswer.Identity;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SdpFuzzTest {
  private static final int DESCRIPTIONS = 20_000;
  private static final InetSocketAddress HERE =
      new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 16384);
  private static final List<Codec> BOTH = List.of(Codec.PCMU, Codec.PCMA);
  private static final String OURS =
      OfferAnswer.offer(new Identity(1, 1), HERE, BOTH, Direction.SENDRECV);
  private static final String SEED =
      """
      v=0
      o=- 3 4 IN IP6 2001:db8::9
      s=call
      c=IN IP4 192.0.2.9/127
      t=0 0
      a=sendonly
      m=audio 4000/2 RTP/AVP 18 8 0 96
      c=IN IP6 ::
      a=rtpmap:18 G729/8000
      a=rtpmap:96 telephone-event/8000
      a=fmtp:96 0-16
      a=ptime:20
      a=inactive
      m=video 0 RTP/AVP 97
      """;
  private static final List<String> BITS =
      List.of(
          "m=",
          "c=",
          "a=",
          "\n",
          "\r",
          " ",
          ":",
          "/",
          "0",
          "-1",
          "99999999999",
          "::",
          "%",
          "\u0000",
          "é",
          "m=audio 1 RTP/AVP 0\n",
          "a=rtpmap:",
          "0.0.0.0",
          "v=0",
          "=");

  /// Only `SdpFailure` may come out, and whatever is agreed to must be fit to send to.
  @Test
  void noDescriptionBreaksTheReader() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    int understood = 0;
    for (int i = 0; i < DESCRIPTIONS; i++) {
      String description = mutated(random);
      try {
        understood += judged(description) ? 1 : 0;
      } catch (RuntimeException | Error broken) {
        fail("seed %d, description %d: %s".formatted(seed, i, description), broken);
      }
    }
    assertThat(understood).as("descriptions understood, seed %d", seed).isBetween(1000, 19_000);
  }

  private static boolean judged(String description) {
    boolean answered = false;
    try {
      var ours =
          OfferAnswer.answer(new Identity(1, 1), HERE, description, BOTH, Direction.SENDRECV);
      assertFit(ours.stream());
      assertThat(OfferAnswer.directions(ours.answer()))
          .hasSameSizeAs(OfferAnswer.directions(description));
      answered = true;
      OfferAnswer.agreed(OURS, description).forEach(it -> it.ifPresent(SdpFuzzTest::assertFit));
    } catch (SdpFailure refused) {
      assertThat(refused.sipStatus()).isIn(400, 488);
    }
    return answered;
  }

  private static void assertFit(Stream stream) {
    assertThat(stream.remote().getPort()).isBetween(1, 65535);
    assertThat(stream.remote().isUnresolved()).isFalse();
    assertThat(stream.codecPayloadType()).isBetween(0, 127);
    assertThat(stream.eventPayloadType()).isBetween(-1, 127);
    assertThat(stream.ptimeMillis()).isBetween(10, 200);
  }

  private static String mutated(Random random) {
    var text = new StringBuilder(SEED);
    for (int cuts = random.nextInt(1, 6); cuts > 0; cuts--) {
      int at = random.nextInt(text.length());
      int to = Math.min(text.length(), at + random.nextInt(12));
      switch (random.nextInt(4)) {
        case 0 -> text.insert(at, BITS.get(random.nextInt(BITS.size())));
        case 1 -> text.setCharAt(at, (char) random.nextInt(random.nextBoolean() ? 128 : 65536));
        case 2 -> text.delete(at, to);
        default -> text.insert(random.nextInt(text.length()), text.substring(at, to));
      }
      if (text.isEmpty()) {
        return "";
      }
    }
    return text.toString();
  }
}
