package io.hushbridge.sim;

import io.hushbridge.sip.Invited;
import io.hushbridge.sip.Leg;
import io.hushbridge.sip.LegEvents;
import io.hushbridge.sip.SipEndpoint;
import io.hushbridge.sip.SipFailure;
import io.hushbridge.sip.SipSettings;
import io.hushbridge.sip.SipSettings.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/// Everyone the bridge speaks to, on the one SIP endpoint of this JVM.
public final class FarEnds implements AutoCloseable {
  private static final String AGENT = "agent";
  private static final String LINE = "line";
  private static final String RECORDER = "recorder";

  private final Deque<AutoCloseable> open;
  private final Trunk trunk;
  private final VoiceAgent agent;
  private final PaymentLine line;
  private final PciPalCloud pciPal;
  private final Recorder recorder;

  private FarEnds(
      Places places,
      Secrets secrets,
      Conduct conduct,
      Path recordings,
      Consumer<Moment> moments,
      Deque<AutoCloseable> open)
      throws IOException, SipFailure {
    this.open = open;
    pciPal = opened(new PciPalCloud(places, secrets, conduct, new Story("pci pal", moments)));
    agent =
        opened(
            new VoiceAgent(
                places,
                secrets,
                phones(places, conduct, 2),
                new AgentDesk(conduct, new Story(AGENT, moments))));
    line =
        opened(
            new PaymentLine(pciPal, phones(places, conduct, 3), conduct, new Story(LINE, moments)));
    recorder =
        opened(
            new Recorder(
                recordings, phones(places, conduct, 4), conduct, new Story(RECORDER, moments)));
    SipEndpoint sip = opened(SipEndpoint.open(settings(places, conduct), this::invited));
    Phones callers = new Phones(places.host(), conduct.seed(), conduct.loss());
    trunk = opened(new Trunk(sip, places.bridgeTarget(), callers, new Story("caller", moments)));
  }

  /// Opens every door of `places`.
  ///
  /// @param recordings directory that the recorder writes into
  /// @param moments told what happens, as it happens; any thread
  /// @throws IOException where an HTTP port or the directory cannot be had
  /// @throws SipFailure where a SIP port cannot be had
  public static FarEnds open(
      Places places, Secrets secrets, Conduct conduct, Path recordings, Consumer<Moment> moments)
      throws IOException, SipFailure {
    Files.createDirectories(recordings);
    Deque<AutoCloseable> open = new ArrayDeque<>();
    try {
      return new FarEnds(places, secrets, conduct, recordings, moments, open);
    } catch (IOException | SipFailure | RuntimeException e) {
      close(open);
      throw e;
    }
  }

  private static Phones phones(Places places, Conduct conduct, int number) {
    return new Phones(places.host(), conduct.seed() + number, 0);
  }

  private static SipSettings settings(Places places, Conduct conduct) {
    return new SipSettings(
        List.of(
            new Listener(Trunk.LISTENER, places.host(), places.trunk()),
            new Listener(AGENT, places.host(), places.agent()),
            new Listener(LINE, places.host(), places.line()),
            new Listener(RECORDER, places.host(), places.recorder(), Set.of("siprec"), "+sip.srs")),
        "Rehearsal",
        new Random(conduct.seed()));
  }

  private LegEvents invited(Leg leg, Invited invited) {
    return switch (invited.listener()) {
      case AGENT -> agent.invited(leg, invited);
      case LINE -> line.invited(leg, invited);
      case RECORDER -> recorder.invited(leg, invited);
      default -> {
        leg.refuse(404, "Not Found");
        yield event -> {};
      }
    };
  }

  private <T extends AutoCloseable> T opened(T door) {
    open.push(door);
    return door;
  }

  public Trunk trunk() {
    return trunk;
  }

  public VoiceAgent agent() {
    return agent;
  }

  public PaymentLine line() {
    return line;
  }

  public PciPalCloud pciPal() {
    return pciPal;
  }

  public Recorder recorder() {
    return recorder;
  }

  /// Hangs up everything and frees every port and thread.
  @Override
  public void close() {
    close(open);
  }

  private static void close(Deque<AutoCloseable> open) {
    var failure = new IllegalStateException("a far end cannot be closed");
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        failure.addSuppressed(e);
      }
    }
    if (failure.getSuppressed().length > 0) {
      throw failure;
    }
  }
}
