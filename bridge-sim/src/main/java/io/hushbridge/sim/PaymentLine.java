package io.hushbridge.sim;

import io.hushbridge.sim.phone.Flow;
import io.hushbridge.sim.phone.Listener;
import io.hushbridge.sim.phone.Sdp;
import io.hushbridge.sip.Invited;
import io.hushbridge.sip.Leg;
import io.hushbridge.sip.LegEvents;
import io.hushbridge.sip.SipEvent;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/// PCI Pal's secure line: takes the LinkId by keys or by header, asks for card number, expiry and
/// code, checks them, calls back and hangs up. A script's words are about the latest call. Any
/// thread.
public final class PaymentLine implements AutoCloseable {
  /// Header that the LinkId may come by.
  public static final String LINK_HEADER = "X-PciPal-LinkId";

  private static final int G729 = 18;
  private static final Duration SLOWNESS = Duration.ofSeconds(4);

  private final ExecutorService services = Executors.newVirtualThreadPerTaskExecutor();
  private final Watch watch = new Watch();
  private final Map<Field, Integer> asks = new EnumMap<>(Field.class);
  private final Map<Field, Integer> asksAwaited = new EnumMap<>(Field.class);
  private final List<LineCall> calls = new ArrayList<>();
  private final PciPalCloud cloud;
  private final Conduct conduct;
  private final Story story;
  private final Phones phones;
  private int answered;
  private int ended;
  private int linked;

  PaymentLine(PciPalCloud cloud, Phones phones, Conduct conduct, Story story) {
    this.cloud = cloud;
    this.phones = phones;
    this.conduct = conduct;
    this.story = story;
  }

  LegEvents invited(Leg leg, Invited invited) {
    Keypad keypad = new Keypad();
    Connection connection = new Connection(phones.open(listener(keypad)));
    String linkId = invited.headers().getOrDefault(LINK_HEADER.toLowerCase(Locale.ROOT), "");
    LineCall call = new LineCall(leg, connection, keypad, linkId);
    watch.change(() -> calls.add(call));
    leg.ring();
    if (conduct.has(Fault.LINE_NEVER_ANSWERS)) {
      story.tell("rings, and nobody answers");
    } else {
      Sdp offer = Sdp.read(invited.offer().orElseThrow().content());
      begin(() -> answer(call, offer.first()));
    }
    return event -> happened(call, event);
  }

  private static Listener listener(Keypad keypad) {
    return new Listener() {
      @Override
      public void key(char key) {
        keypad.press(key);
      }
    };
  }

  private void answer(LineCall call, Sdp.Stream offered) throws InterruptedException {
    if (conduct.has(Fault.LINE_SLOW)) {
      Thread.sleep(SLOWNESS);
    }
    call.leg().answer(call.connection().answer(twisted(offered), Flow.SENDRECV));
  }

  private Sdp.Stream twisted(Sdp.Stream offered) {
    if (conduct.has(Fault.LINE_WITHOUT_EVENTS)) {
      return offered.withoutEvents();
    }
    return conduct.has(Fault.LINE_OTHER_CODEC) ? offered.in(G729) : offered;
  }

  private void happened(LineCall call, SipEvent event) {
    switch (event) {
      case SipEvent.Acknowledged _ -> serve(call);
      case SipEvent.Reoffered(var offer, _) ->
          offer
              .map(body -> Sdp.read(body.content()).first())
              .ifPresentOrElse(
                  stream ->
                      call.leg()
                          .acceptReoffer(
                              call.connection().answer(stream, stream.flow().mirrored())),
                  () -> call.leg().refuseReoffer(488));
      case SipEvent.Ended _ -> end(call);
      case SipEvent.Progress _,
          SipEvent.Answered _,
          SipEvent.Refused _,
          SipEvent.ReofferAccepted _,
          SipEvent.ReofferRefused _,
          SipEvent.Referred _ -> {} // none of it comes to a callee that makes no offer
    }
  }

  private void serve(LineCall call) {
    story.tell("answers");
    watch.change(() -> answered++);
    var service =
        new LineService(
            call,
            cloud,
            conduct,
            story,
            new LineService.Progress() {
              @Override
              public void linked() {
                watch.change(() -> linked++);
              }

              @Override
              public void asks(Field field) {
                watch.change(() -> asks.merge(field, 1, Integer::sum));
              }
            });
    begin(service::run);
  }

  /// What the line does on a thread of its own. An interrupt means that the line closes.
  @FunctionalInterface
  private interface Task {
    void run() throws InterruptedException;
  }

  private void begin(Task task) {
    services.execute(
        () -> {
          try {
            task.run();
          } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
          } catch (RuntimeException e) {
            story.tell("fails: " + e);
          }
        });
  }

  private void end(LineCall call) {
    call.keypad().hangUp();
    call.connection().close();
    watch.change(() -> ended++);
  }

  /// Waits until the latest call has named its session.
  public void awaitLinked(Duration limit) {
    watch.await("the line is linked", limit, () -> answered > 0 && linked == answered);
  }

  /// Waits until the line asks for this once more than it was awaited before.
  public void awaitAsks(Field field, Duration limit) {
    int wanted = watch.read(() -> asksAwaited.merge(field, 1, Integer::sum));
    watch.await(
        "the line asks for the " + field.spoken(),
        limit,
        () -> asks.getOrDefault(field, 0) >= wanted);
  }

  /// Waits until every call so far is over, and there was one.
  public void awaitEnd(Duration limit) {
    watch.await("the line's call is over", limit, () -> !calls.isEmpty() && ended == calls.size());
  }

  /// Hangs up at once, and no callback comes.
  public void drops() {
    LineCall latest = watch.read(calls::getLast);
    story.tell("drops the call");
    latest.keypad().hangUp();
    latest.hangUp();
  }

  /// Every digit that reached the line in all its calls, LinkIds included, in order. Card data: to
  /// be compared, never printed.
  public String keyed() {
    return watch.read(
        () -> calls.stream().map(call -> call.keypad().pressed()).collect(Collectors.joining()));
  }

  /// Calls that were answered and acknowledged.
  public int answered() {
    return watch.read(() -> answered);
  }

  /// By the latest call.
  public Heard heard() {
    return Heard.by(watch.read(calls::getLast).phone());
  }

  /// Where its RTP has come from, one address for each call so far.
  public List<InetSocketAddress> media() {
    return phones.addresses();
  }

  @Override
  public void close() {
    services.shutdownNow();
    phones.close();
  }
}
