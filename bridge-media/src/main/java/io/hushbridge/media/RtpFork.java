package io.hushbridge.media;

import io.hushbridge.media.sdp.Stream;
import java.net.InetSocketAddress;

/// A fork that leaves as RTP.
public interface RtpFork extends Fork {

  /// Where a speaker's stream leaves from, for the SDP.
  InetSocketAddress local(PortName speaker);

  /// Where a speaker's stream goes from now on.
  void connect(PortName speaker, Stream agreed);
}
