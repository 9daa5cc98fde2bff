package io.hushbridge.media;

/// Everything a call's audio has to tell. No event can carry a key: only that keys were pressed.
public sealed interface MediaEvent {

  /// A key went down or came up at a port, by event packet, by tone in the audio, or by SIP INFO.
  ///
  /// @param presses keys pressed at this port so far in the call (one press counted once)
  record KeyHeard(PortName port, long presses) implements MediaEvent {}

  /// The prompt asked for at this port has been played to its end, or was replaced.
  record PromptEnded(PortName port) implements MediaEvent {}

  /// The keys asked for at this port have all been sent.
  record KeysSent(PortName port) implements MediaEvent {}

  /// The first audio packet from this port's peer.
  record FirstAudio(PortName port) implements MediaEvent {}
}
