package io.hushbridge.control;

import io.hushbridge.control.agent.ExternalEvents;
import io.hushbridge.control.audit.JournalFile;
import io.hushbridge.control.call.Call;
import io.hushbridge.control.call.CallDoors;
import io.hushbridge.control.call.CallEvent;
import io.hushbridge.control.call.CallOver;
import io.hushbridge.control.call.Journal;
import io.hushbridge.control.call.Switchboard;
import io.hushbridge.control.http.HttpDoor;
import io.hushbridge.control.line.Arrival;
import io.hushbridge.control.line.CallLine;
import io.hushbridge.control.line.CallLines;
import io.hushbridge.control.payment.PaymentDesk;
import io.hushbridge.control.payment.PciPal;
import io.hushbridge.control.recording.Recording;
import io.hushbridge.media.MediaPlane;
import io.hushbridge.sip.Invited;
import io.hushbridge.sip.Leg;
import io.hushbridge.sip.LegEvents;
import io.hushbridge.sip.SipEndpoint;
import io.hushbridge.sip.SipFailure;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The bridge: everything joined by hand, opened from the journal upwards and closed the other way.
final class Bridge implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Bridge.class);
  private static final int CALL_ID_BYTES = 8;

  private final Closers closers = new Closers();
  private final SecureRandom random = new SecureRandom();
  private final JournalFile journal;
  private final Switchboard calls;
  private final ExternalEvents agents;
  private final PaymentDesk desk;
  private final Recording recording;
  private final CallLines lines;

  /// Runs until it is told to stop (SIGTERM).
  ///
  /// @param args the configuration file
  public static void main(String[] args) {
    if (args.length != 1) {
      System.err.println("usage: Bridge CONFIG.yaml");
      System.exit(2);
    }
    try {
      BridgeConfig config = BridgeConfig.load(Path.of(args[0]));
      Bridge bridge = new Bridge(config);
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(bridge::close));
      log.info("ready: SIP {}:{}", config.sip().host(), config.sip().port());
    } catch (ConfigError | IOException | SipFailure | IllegalArgumentException cannot) {
      System.err.println(cannot.getMessage());
      System.exit(1);
    } catch (RuntimeException cannot) { // what was opened before would run on without the rest
      log.error("the bridge cannot start: {}", cannot.getMessage(), cannot);
      System.exit(1);
    }
  }

  private Bridge(BridgeConfig config) throws IOException, SipFailure {
    InstantSource clock = InstantSource.system();
    var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    var meters = new BridgeMeters(registry);
    var settings = new BridgeSettings(config);

    journal = closers.add(JournalFile.open(settings.journal(), config.node(), clock));
    journal.bindTo(registry);
    agents = closers.add(new ExternalEvents(config.agent(), registry));
    PciPal pciPal = closers.add(settings.pciPal(clock, registry));
    MediaPlane media = closers.add(MediaPlane.open(settings.media()));
    SipEndpoint sip = closers.add(SipEndpoint.open(settings.sip(random), this::invited));
    calls = new Switchboard(settings.limits(), config.limits().calls(), clock, meters::callEnded);
    desk =
        new PaymentDesk(pciPal, calls, journal::forCall, agents::forCall, clock, random, registry);
    recording = closers.add(settings.recording(sip, registry, random, clock));
    closers.add((AutoCloseable) calls::hangUpAll);
    lines = new CallLines(sip, media, settings.line(), random);
    lines.warmUp();
    meters.watch(calls, sip, media);
    closers.add(new HttpDoor(settings.http(), desk, calls, journal::writable, clock, registry));
  }

  private LegEvents invited(Leg leg, Invited invited) {
    if (!calls.hasRoom()) {
      leg.refuse(503, "Full");
      return _ -> {};
    }
    Call call = new Call(newCallId(), invited.fromUser(), invited.toUser(), invited.listener());
    Arrival arrival = new Arrival(call, leg, invited);
    return arrival.into(calls.begin(call, (begun, inbox) -> open(begun, arrival, inbox)));
  }

  private CallDoors open(Call call, Arrival arrival, Consumer<CallEvent> inbox) throws CallOver {
    Journal entries = journal.forCall(call.id());
    CallLine line = lines.open(arrival, inbox);
    return new CallDoors(
        line,
        line,
        recording.of(call, line.media(), line::codec, inbox, entries),
        desk.forCall(inbox),
        agents.forCall(call.id()),
        entries);
  }

  private String newCallId() {
    byte[] id = new byte[CALL_ID_BYTES];
    random.nextBytes(id);
    return "c-" + HexFormat.of().formatHex(id);
  }

  @Override
  public void close() {
    closers.close();
  }
}
