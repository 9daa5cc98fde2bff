package io.hushbridge.media.rtp;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RtpHeaderTest {
  private static final String FIXED = "e5 1234 89abcdef 00c0ffee";

  @Test
  void aPlainHeaderIsRead() {
    RtpHeader header = RtpHeader.parse(bytes("80" + FIXED + "aabb"));

    assertThat(header).isEqualTo(new RtpHeader(true, 0x65, 0x1234, 0x89abcdef, 0x00c0ffee, 12, 2));
  }

  @Test
  void contributorsExtensionAndPaddingAreNoPayload() {
    String contributors = "00000001 00000002";
    String extension = "bede 0001 10aa0000";

    RtpHeader header = read(bytes("b2" + FIXED + contributors + extension + "77aa 0002"));

    assertThat(header.payloadStart()).isEqualTo(12 + 8 + 8);
    assertThat(header.payloadLength()).isEqualTo(2);
  }

  @Test
  void aPacketCutShortAnywhereInItsHeaderIsRefused() {
    ByteBuf whole = bytes("92" + FIXED + "00000001 00000002" + "bede 0001 10aa0000");

    for (int length = 0; length < whole.readableBytes(); length++) {
      assertThat(RtpHeader.parse(whole.slice(0, length))).as("%d bytes", length).isNull();
    }
    assertThat(RtpHeader.parse(whole)).isNotNull();
  }

  @Test
  void anotherVersionIsRefused() {
    assertThat(RtpHeader.parse(bytes("00" + FIXED))).isNull();
    assertThat(RtpHeader.parse(bytes("40" + FIXED))).isNull();
    assertThat(RtpHeader.parse(bytes("c0" + FIXED))).isNull();
  }

  @Test
  void morePaddingThanPacketAndPaddingOfNothingAreRefused() {
    assertThat(RtpHeader.parse(bytes("a0" + FIXED + "0005"))).isNull();
    assertThat(RtpHeader.parse(bytes("a0" + FIXED + "0000"))).isNull();
  }

  @Test
  void noBytesAreReadBeyondTheReadableOnes() {
    var random = new Random(4711);
    for (int round = 0; round < 20_000; round++) {
      byte[] noise = new byte[random.nextInt(64)];
      random.nextBytes(noise);
      RtpHeader header = RtpHeader.parse(Unpooled.wrappedBuffer(noise));
      if (header != null) {
        assertThat(header.payloadStart() + header.payloadLength())
            .isLessThanOrEqualTo(noise.length);
        assertThat(header.payloadLength()).isNotNegative();
      }
    }
  }

  @Test
  void theReaderIndexIsRespected() {
    ByteBuf packet = bytes("ffff" + "80" + FIXED + "aa").skipBytes(2);

    RtpHeader header = read(packet);

    assertThat(header.sequence()).isEqualTo(0x1234);
    assertThat(header.payloadLength()).isEqualTo(1);
  }

  @Test
  void whatIsWrittenIsReadBack() {
    ByteBuf packet = Unpooled.buffer();

    RtpHeader.write(packet, true, 101, 65_535, -1, Integer.MIN_VALUE);

    assertThat(RtpHeader.parse(packet))
        .isEqualTo(new RtpHeader(true, 101, 65_535, -1, Integer.MIN_VALUE, 12, 0));
  }

  @Test
  void rtcpOnTheRtpPortIsToldFromRtp() {
    assertThat(RtpHeader.looksLikeRtcp(bytes("80 c8 0006"))).isTrue();
    assertThat(RtpHeader.looksLikeRtcp(bytes("80 e5 0006"))).isFalse();
    assertThat(RtpHeader.looksLikeRtcp(bytes("80"))).isFalse();
  }

  private static RtpHeader read(ByteBuf packet) {
    return requireNonNull(RtpHeader.parse(packet));
  }

  private static ByteBuf bytes(String hex) {
    return Unpooled.wrappedBuffer(HexFormat.of().parseHex(hex.replace(" ", "")));
  }
}
