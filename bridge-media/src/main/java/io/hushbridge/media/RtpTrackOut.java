package io.hushbridge.media;

import io.hushbridge.media.Timeline.Stamp;
import io.hushbridge.media.rtp.Sequence;
import io.hushbridge.media.sdp.Stream;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// One speaker's stream to a recorder: one SSRC, sequence without a break; the timestamp is the
/// place on the call's time line, so that after a pause it has moved by the time that passed, and
/// the marker is set (RFC 3550 §5.1, RFC 3551 §4.1). Event loop only.
final class RtpTrackOut implements DelayLine.Outlet {
  private final RtpSender sender;
  private final Verdicts verdicts;
  private final int ssrc;
  private final int timestampBase;
  private int sequence;
  private long expected = Long.MIN_VALUE;
  private @Nullable Stream agreed;

  RtpTrackOut(Channel channel, Verdicts verdicts, RandomGenerator random) {
    this.sender = new RtpSender(channel, () -> agreed == null ? null : agreed.remote());
    this.verdicts = verdicts;
    ssrc = random.nextInt();
    timestampBase = random.nextInt();
    sequence = random.nextInt(1 << 16);
  }

  void connect(Stream stream) {
    agreed = stream;
  }

  @Override
  public void leave(Frame frame, boolean silenced, long nowNanos) {
    if (agreed == null || agreed.codec() != frame.codec()) {
      verdicts.count(Verdict.OTHER_CODEC);
      return;
    }
    sequence = Sequence.next(sequence);
    boolean resumed = frame.position() != expected;
    expected = frame.end();
    var stamp = new Stamp(resumed, sequence, timestampBase + (int) frame.position(), ssrc);
    sender.send(stamp, agreed.codecPayloadType(), Unpooled.wrappedBuffer(frame.payload()));
  }
}
