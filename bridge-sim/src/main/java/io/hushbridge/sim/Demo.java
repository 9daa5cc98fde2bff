package io.hushbridge.sim;

import io.hushbridge.sip.SipFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;

/// A bridge with simulated far ends beside it, for a softphone to call in: what `scripts/run`
/// starts without a configuration. Tells the story of each call on standard output.
public final class Demo {
  private static final Path DIRECTORY = Path.of("target", "run");
  private static final Duration SMALL_TALK = Duration.ofSeconds(6);
  private static final int TRIES = 3;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

  /// The ports of the shipped configuration.
  private static final Places PLACES =
      new Places("127.0.0.1", 5060, 8080, 0, 5070, 5080, 5090, 9080, 9081);

  private Demo() {}

  /// Runs until it is interrupted, or the bridge ends.
  public static void main(String[] args) throws InterruptedException {
    try {
      run();
    } catch (IOException | SipFailure cannot) {
      System.err.println(cannot.getMessage());
      System.exit(1);
    }
    System.exit(0);
  }

  private static void run() throws IOException, SipFailure, InterruptedException {
    Files.createDirectories(DIRECTORY);
    Secrets secrets = Secrets.rehearsed();
    String host = ownAddress();
    Conduct conduct = Conduct.orderly(System.nanoTime()).withTries(TRIES).speaking(Voice.SPOKEN);
    try (FarEnds farEnds =
            FarEnds.open(PLACES, secrets, conduct, DIRECTORY.resolve("recorder"), Demo::tell);
        DemoBridge bridge = DemoBridge.start(host, PLACES, secrets, DIRECTORY)) {
      var hook = Thread.ofPlatform().unstarted(bridge::close);
      Runtime.getRuntime().addShutdownHook(hook);
      AtomicInteger invoices = new AtomicInteger();
      farEnds
          .agent()
          .onAnswered(
              call -> {
                String reference = "INV-" + invoices.incrementAndGet();
                Thread.startVirtualThread(() -> serve(farEnds.agent(), call, reference));
              });
      System.out.print(welcome(host));
      bridge.awaitEnd();
    }
  }

  /// The address that this machine is known by to others; loopback where it has none. A softphone
  /// names its own in its offer, and the bridge takes media from nowhere else: called at 127.0.0.1
  /// it would send from there, and not be heard.
  private static String ownAddress() {
    try (var probe = new DatagramSocket()) {
      probe.connect(new InetSocketAddress("198.51.100.1", 9)); // RFC 5737; nothing is sent
      return probe.getLocalAddress().getHostAddress();
    } catch (IOException | UncheckedIOException noNetwork) {
      return PLACES.host();
    }
  }

  /// What the agent does with a caller: a greeting, then the payment.
  private static void serve(VoiceAgent agent, AgentCall call, String reference) {
    try {
      Thread.sleep(SMALL_TALK);
      Speech.finish(call.says(Phrase.AGENT_ASKS_TO_PAY));
      Answer answer = agent.asks(call, 5000, "USD", reference);
      if (answer.status() != 202) {
        System.out.println(answer.body());
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } catch (FarEndFailure gone) {
      System.out.println("agent: " + gone.getMessage());
    }
  }

  private static void tell(Moment moment) {
    System.out.printf(
        "%s  %-8s  %s%n",
        TIME.format(moment.at().atZone(ZoneId.systemDefault())), moment.who(), moment.what());
  }

  private static String welcome(String host) {
    return """

        The bridge takes calls. Point a softphone (G.711, RFC 4733 keys, no registration) at

            sip:anything@%s:%d

        or run:  baresip -e "d sip:pay@%s:%d"

        The agent greets you, and soon puts you through to the payment line. Key what it asks for:

            card number    4111111111111111 #   is paid
                           4000000000000002 #   is declined, and you may try another
            expiry         1229
            security code  737
            *              cancels

        Recordings, journal and the bridge's log are in %s. End with Ctrl-C.

        """
        .formatted(host, PLACES.bridgeSip(), host, PLACES.bridgeSip(), DIRECTORY);
  }
}
