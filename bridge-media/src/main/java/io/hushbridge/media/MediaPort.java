package io.hushbridge.media;

import io.hushbridge.media.dtmf.KeyTiming;
import io.hushbridge.media.rtp.Prompt;
import io.hushbridge.media.sdp.Stream;
import java.net.InetSocketAddress;

/// Where one leg's audio comes in and goes out. Any thread; what is asked happens on the call's
/// loop.
public interface MediaPort extends AutoCloseable {

  PortName name();

  /// Our RTP address, for the SDP.
  InetSocketAddress local();

  /// Sends to and listens for what was agreed, from now on; also after a re-INVITE. In force when
  /// it returns.
  void connect(Stream agreed);

  /// A key that came by SIP INFO: counted with the others, one press once, and passed on as RFC
  /// 4733 to whoever hears this port.
  ///
  /// @param event telephone-event code, 0-15
  void press(int event);

  /// Sends keys as RFC 4733 to this port's peer, ending in `KeysSent`. While a key is sent nothing
  /// else is.
  ///
  /// @param keys of `0-9*#A-D`; not kept and not logged
  void sendKeys(String keys, KeyTiming timing);

  /// Plays a prompt to this port's peer, in place of what the wiring has it hear, ending in
  /// `PromptEnded`. A prompt that replaces another ends for both.
  void play(Prompt prompt);

  /// Stops a prompt.
  void stopPrompt();

  /// Frees both sockets. Idempotent.
  @Override
  void close();
}
