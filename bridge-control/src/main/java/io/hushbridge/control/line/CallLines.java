package io.hushbridge.control.line;

import io.hushbridge.control.call.CallEnd;
import io.hushbridge.control.call.CallEvent;
import io.hushbridge.control.call.CallOver;
import io.hushbridge.control.call.Role;
import io.hushbridge.control.call.Scene;
import io.hushbridge.media.MediaCall;
import io.hushbridge.media.MediaEvent;
import io.hushbridge.media.MediaFailure;
import io.hushbridge.media.MediaPlane;
import io.hushbridge.media.PortName;
import io.hushbridge.media.sdp.OfferAnswer.Identity;
import io.hushbridge.media.sdp.SdpFailure;
import io.hushbridge.sip.SipEndpoint;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens the lines of each call on the endpoint and the media plane that all calls share. Any
/// thread.
public record CallLines(
    SipEndpoint sip, MediaPlane media, LineSettings settings, RandomGenerator random) {
  private static final Logger log = LoggerFactory.getLogger(CallLines.class);

  /// Gives an arrived caller a port and reads its offer.
  ///
  /// @throws CallOver where the caller had to be refused: no port free (503), no common codec
  ///   (488), or an offer that cannot be read (400)
  public CallLine open(Arrival arrival, Consumer<CallEvent> inbox) throws CallOver {
    MediaCall audio = media.newCall(event -> tell(event, inbox));
    try {
      CallerLeg caller =
          CallerLeg.of(
              arrival.leg(), arrival.invited(), audio.openPort(Role.CALLER.port()), newIdentity());
      arrival.has(caller);
      return new CallLine(arrival.call(), this, audio, caller, inbox);
    } catch (SdpFailure unfit) {
      throw refused(arrival, audio, unfit.sipStatus(), "No common audio", "no-common-audio");
    } catch (MediaFailure full) {
      throw refused(arrival, audio, 503, "No media port free", "no-media-port");
    }
  }

  /// Takes a call with nobody in it through the scenes, so that the first caller does not wait
  /// while the media loop loads its classes: a wiring must be in force within 100 ms.
  public void warmUp() {
    try (MediaCall nobody = media.newCall(_ -> {})) {
      for (Role role : Role.values()) {
        nobody.openPort(role.port());
      }
      nobody.switchTo(new Scene.Talking().wiring());
      nobody.switchTo(new Scene.Paying().wiring());
      nobody.switchTo(new Scene.Returning().wiring());
    } catch (MediaFailure cold) {
      log.warn("media loop not warm yet: {}", cold.getMessage());
    }
  }

  private static CallOver refused(
      Arrival arrival, MediaCall audio, int status, String reason, String label) {
    arrival.leg().refuse(status, reason);
    audio.close();
    return new CallOver(new CallEnd.Refused(status, label));
  }

  /// A fresh session id (RFC 8866 §5.2); small enough for peers that read it as 32 bits.
  Identity newIdentity() {
    return new Identity(random.nextInt(1, Integer.MAX_VALUE), 1);
  }

  private static void tell(MediaEvent event, Consumer<CallEvent> inbox) {
    switch (event) {
      case MediaEvent.KeyHeard(PortName port, _) ->
          inbox.accept(new CallEvent.KeyHeard(roleOf(port)));
      case MediaEvent.PromptEnded(PortName port) ->
          inbox.accept(new CallEvent.PromptEnded(roleOf(port)));
      case MediaEvent.KeysSent _ -> inbox.accept(new CallEvent.Linked());
      case MediaEvent.FirstAudio _ -> {} // the capture tells; a flow has no use for it
    }
  }

  private static Role roleOf(PortName port) {
    return Arrays.stream(Role.values())
        .filter(role -> role.port().equals(port))
        .findFirst()
        .orElseThrow();
  }
}
