package io.hushbridge.sim;

import io.hushbridge.sim.phone.Flow;
import io.hushbridge.sim.phone.Listener;
import io.hushbridge.sim.phone.Melody;
import io.hushbridge.sip.Dial;
import io.hushbridge.sip.SipEndpoint;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// The caller behind a SIP trunk. One call at a time. Its methods are a script's words: they return
/// when the thing is done, or throw [FarEndFailure] where it is not done in time. One script
/// thread; `hangsUp` and the readings from any thread.
public final class Trunk implements AutoCloseable {
  static final String LISTENER = "trunk";

  private static final String NUMBER = "+12025550143";
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Watch watch = new Watch();
  private final SipEndpoint sip;
  private final String target;
  private final Phones phones;
  private final Story story;
  private @Nullable TrunkCall call;
  private long audiblePackets;

  /// A caller.
  ///
  /// @param target what it calls, a SIP URI
  Trunk(SipEndpoint sip, String target, Phones phones, Story story) {
    this.sip = sip;
    this.target = target;
    this.phones = phones;
    this.story = story;
  }

  /// Calls the bridge, and waits to be answered.
  ///
  /// @throws FarEndFailure where the call is refused, with the status, or not answered within 30 s
  public void calls() {
    call(target, Map.of());
  }

  /// Calls somebody else, to try the far ends on each other.
  void call(String target, Map<String, String> headers) {
    Connection connection = new Connection(phones.open(listener()));
    TrunkCall begun = new TrunkCall(connection, watch, story);
    story.tell("calls");
    begun.on(
        sip.dial(
            new Dial(
                LISTENER,
                target,
                NUMBER,
                connection.offer(Flow.SENDRECV),
                headers,
                "",
                Optional.empty(),
                LIMIT),
            begun));
    watch.change(() -> call = begun);
    watch.await("the caller is answered", LIMIT, () -> begun.answered() || begun.over());
    if (!begun.answered()) {
      throw new FarEndFailure("the caller is refused: " + begun.refusal());
    }
  }

  private Listener listener() {
    return new Listener() {
      @Override
      public void audible() {
        watch.change(() -> audiblePackets++);
      }
    };
  }

  /// Says words that only the caller says, this long; silent afterwards.
  public void talks(Duration time) {
    story.tell("talks");
    Speech.finish(now().phone().says(Melody.CALLER.lasting((int) time.toMillis())));
  }

  /// Keys digits as RFC 4733 events, 80 ms each with 60 between. `,` waits half a second.
  public void keys(String digits) {
    Speech.finish(beginsToKey(digits));
  }

  /// Keys digits as tones in the audio.
  public void keysInBand(String digits) {
    story.tell("keys %d digits as tones".formatted(digits.length()));
    Speech.finish(now().phone().keysInBand(digits));
  }

  /// Begins to key; done when the last digit has been sent. A hang-up cancels the rest.
  public CompletableFuture<Void> beginsToKey(String digits) {
    story.tell("keys %d digits".formatted(digits.replace(",", "").length()));
    return now().phone().keys(digits);
  }

  /// Keys a card as the line asks for it, field by field.
  public void pays(Card card, PaymentLine line) {
    line.awaitAsks(Field.CARD_NUMBER, LIMIT);
    keys(card.number() + "#");
    line.awaitAsks(Field.EXPIRY, LIMIT);
    keys(card.expiry());
    line.awaitAsks(Field.CODE, LIMIT);
    keys(card.code());
  }

  /// re-INVITE `a=sendonly`, and waits for the answer.
  public void holds() {
    reoffers(Flow.SENDONLY, "holds");
  }

  /// re-INVITE `a=sendrecv`, and waits for the answer.
  public void resumes() {
    reoffers(Flow.SENDRECV, "takes the call off hold");
  }

  private void reoffers(Flow flow, String what) {
    TrunkCall held = now();
    int before = watch.read(held::reoffersAnswered);
    held.reoffer(flow);
    watch.await(
        "the caller's offer is answered",
        LIMIT,
        () -> held.reoffersAnswered() > before || held.over());
    story.tell(what);
  }

  /// BYE, or CANCEL.
  public void hangsUp() {
    story.tell("hangs up");
    now().hangUp();
  }

  /// Waits until the call is over, whoever ends it.
  public void awaitEnd(Duration limit) {
    watch.await("the caller's call is over", limit, () -> now().over());
  }

  public boolean inCall() {
    return watch.read(() -> call != null && call.answered() && !call.over());
  }

  /// Waits until something audible is heard from now on.
  public void awaitAudible(Duration limit) {
    long before = watch.read(() -> audiblePackets);
    watch.await("the caller hears something", limit, () -> audiblePackets > before);
  }

  /// In the latest call.
  public Heard heard() {
    return Heard.by(now().phone());
  }

  /// Where its RTP has come from, one address for each call so far.
  public List<InetSocketAddress> media() {
    return phones.addresses();
  }

  private TrunkCall now() {
    return watch.read(
        () -> {
          if (call == null) {
            throw new FarEndFailure("the caller has not called");
          }
          return call;
        });
  }

  @Override
  public void close() {
    phones.close();
  }
}
