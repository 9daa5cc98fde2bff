package io.hushbridge.media;

/// Everything a call's audio has to tell. No event can carry a key: only that keys were pressed.
public sealed interface MediaEvent {

  /// A key sounds at a port: event packet, tone in the audio, or SIP INFO. Told at each new press
  /// at once, and while a key is held and when it comes up at most every 100 ms, so that "no key
  /// for a while" can be timed from it.
  ///
  /// @param presses keys pressed at this port so far in the call (one press counted once)
  record KeyHeard(PortName port, long presses) implements MediaEvent {}

  /// The prompt asked for at this port has been played to its end, or was replaced by another. One
  /// that was stopped is not told of.
  record PromptEnded(PortName port) implements MediaEvent {}

  /// The keys asked for at this port have all been sent.
  record KeysSent(PortName port) implements MediaEvent {}

  /// The first audio packet from this port's peer.
  record FirstAudio(PortName port) implements MediaEvent {}
}
