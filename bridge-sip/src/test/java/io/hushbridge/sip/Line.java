package io.hushbridge.sip;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/// An endpoint with two listeners, `near` and `far`: near dials, and calls that come in at either
/// are taken by [#taken].
final class Line implements AutoCloseable {
  static final SipBody OFFER = SipBody.sdp(sdp("sendrecv"));
  static final SipBody ANSWER = SipBody.sdp(sdp("sendrecv"));

  final BlockingQueue<Party> incoming = new LinkedBlockingQueue<>();
  final BlockingQueue<SipTrace.Message> trace = new LinkedBlockingQueue<>();
  final SipEndpoint endpoint;

  private Line(Duration t1, RandomGenerator random) throws SipFailure {
    SipSettings settings =
        new SipSettings(
            List.of(
                new SipSettings.Listener("near", "127.0.0.1", 0),
                new SipSettings.Listener("far", "127.0.0.1", 0, Set.of("siprec"), "+sip.srs")),
            "test",
            random,
            trace::add,
            t1);
    endpoint = SipEndpoint.open(settings, this::invited);
  }

  static Line open() throws SipFailure {
    return new Line(SipSettings.T1, seeded());
  }

  /// With all of RFC 3261's timers shorter by the same factor: 64*T1 is 32 s otherwise.
  static Line withT1(Duration t1) throws SipFailure {
    return new Line(t1, seeded());
  }

  /// Where every time that is drawn is the shortest possible.
  static Line impatient() throws SipFailure {
    Random seeded = seeded();
    return new Line(
        SipSettings.T1,
        new RandomGenerator() {
          @Override
          public long nextLong() {
            return seeded.nextLong();
          }

          @Override
          public int nextInt(int low, int high) {
            return low;
          }
        });
  }

  private static Random seeded() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    return new Random(seed);
  }

  /// A peer that calls near, or is called from there.
  Peer peer() {
    return new Peer(endpoint.port("near"));
  }

  /// A call to this peer, answered by it.
  Party callTo(Peer peer) {
    Party party = dial(to(peer.uri()));
    peer.answers();
    party.next(SipEvent.Answered.class);
    return party;
  }

  private LegEvents invited(Leg leg, Invited invited) {
    Party party = Party.invitedBy(leg, invited);
    incoming.add(party);
    return party;
  }

  Dial to(String target) {
    return new Dial(
        "near", target, "caller", OFFER, Map.of(), "", Optional.empty(), Duration.ofSeconds(30));
  }

  /// A URI of our own far listener.
  String far(String transport) {
    return "sip:0800@127.0.0.1:" + endpoint.port("far") + ";transport=" + transport;
  }

  Party dial(Dial dial) {
    Party party = new Party();
    return party.of(endpoint.dial(dial, party));
  }

  /// The next call that has come in.
  Party taken() {
    try {
      Party party = incoming.poll(10, TimeUnit.SECONDS);
      if (party == null) {
        throw new AssertionError("no call came in");
      }
      return party;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// Waits for a claim to come true.
  static void soon(Runnable claim) {
    long deadlineNanos = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (true) {
      try {
        claim.run();
        return;
      } catch (AssertionError e) {
        if (System.nanoTime() - deadlineNanos > 0) {
          throw e;
        }
        LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
      }
    }
  }

  static String sdp(String direction) {
    return "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
        + "m=audio 40000 RTP/AVP 0 101\r\na=rtpmap:101 telephone-event/8000\r\na="
        + direction
        + "\r\n";
  }

  @Override
  public void close() {
    endpoint.close();
  }
}
