package io.hushbridge.media.sdp;

import io.hushbridge.media.rtp.Codec;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes a description, its lines in the order of RFC 8866 §5.
final class SdpWriter {
  private static final String EVENT = "telephone-event/8000";
  private static final int PTIME_MILLIS = 20;
  private final StringBuilder text = new StringBuilder(512);
  private final InetAddress address;

  SdpWriter(OfferAnswer.Identity identity, InetAddress address, String timing) {
    this.address = address;
    line("v=0");
    line("o=- " + identity.id() + " " + identity.version() + " " + connection(address));
    line("s=-");
    line("c=" + connection(address));
    line("t=" + timing);
  }

  SdpWriter line(String line) {
    text.append(line).append("\r\n");
    return this;
  }

  /// An audio stream.
  ///
  /// @param codecs payload types and what they stand for, most wanted first
  /// @param eventPayloadType number of telephone-event, or -1 for none
  SdpWriter audio(
      InetSocketAddress local,
      String protocol,
      Map<Integer, Codec> codecs,
      int eventPayloadType,
      Direction direction) {
    String formats = codecs.keySet().stream().map(String::valueOf).collect(Collectors.joining(" "));
    if (eventPayloadType >= 0) {
      formats += " " + eventPayloadType;
    }
    line("m=audio " + local.getPort() + " " + protocol + " " + formats);
    if (!local.getAddress().equals(address)) {
      line("c=" + connection(local.getAddress()));
    }
    codecs.forEach((number, codec) -> line("a=rtpmap:" + number + " " + Encoding.of(codec).text()));
    if (eventPayloadType >= 0) {
      line("a=rtpmap:" + eventPayloadType + " " + EVENT);
      line("a=fmtp:" + eventPayloadType + " 0-15");
    }
    line("a=ptime:" + PTIME_MILLIS);
    return line("a=" + direction.name().toLowerCase(Locale.ROOT));
  }

  private static String connection(InetAddress address) {
    String literal = address.getHostAddress();
    int scope = literal.indexOf('%');
    return (address instanceof Inet6Address ? "IN IP6 " : "IN IP4 ")
        + (scope < 0 ? literal : literal.substring(0, scope));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
