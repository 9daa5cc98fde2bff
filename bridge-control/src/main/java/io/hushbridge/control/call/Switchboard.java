package io.hushbridge.control.call;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// Every call of this node: begins each on a virtual thread of its own and passes on what is asked
/// of it. Any thread.
public final class Switchboard {
  private static final Logger log = LoggerFactory.getLogger(Switchboard.class);
  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final ConcurrentMap<String, LiveCall> calls = new ConcurrentHashMap<>();
  private final Limits limits;
  private final int mostCalls;
  private final InstantSource clock;
  private final Consumer<CallEnd> ended;
  private volatile boolean closing;

  /// A switchboard with no calls.
  ///
  /// @param mostCalls calls at a time
  /// @param ended told of each call's end, for the metrics
  public Switchboard(Limits limits, int mostCalls, InstantSource clock, Consumer<CallEnd> ended) {
    this.limits = limits;
    this.mostCalls = mostCalls;
    this.clock = clock;
    this.ended = ended;
  }

  /// Whether there is room for one more call.
  public boolean hasRoom() {
    return !closing && calls.size() < mostCalls;
  }

  /// Begins a call on its own thread and returns at once.
  ///
  /// @return where the caller's own events go
  public Consumer<CallEvent> begin(Call call, CallOpener opener) {
    LiveCall live = new LiveCall(call, new LiveInbox(clock), clock.instant());
    calls.put(call.id(), live);
    live.thread = Thread.ofVirtual().name("call-" + call.id()).start(() -> run(live, opener));
    return live::put;
  }

  private void run(LiveCall live, CallOpener opener) {
    MDC.put("call", live.call.id());
    CallEnd end = new CallEnd.Broken("fault");
    try {
      CallDoors doors = live.watched(opener.open(live.call, live::put));
      end = new CallFlow(live.inbox, doors, limits).run(live.call);
    } catch (CallOver over) {
      end = over.end();
    } catch (RuntimeException fault) {
      log.error("call ended by a fault", fault);
    } finally {
      calls.remove(live.call.id());
      live.over();
      ended.accept(end);
      log.info("call over: {}", end.label());
    }
  }

  public List<CallView> calls() {
    return calls.values().stream().map(LiveCall::view).toList();
  }

  public Optional<CallView> call(String id) {
    return Optional.ofNullable(calls.get(id)).map(LiveCall::view);
  }

  /// Puts an ask to a call. Empty where there is no such call.
  public Optional<CompletableFuture<AskReply>> ask(String id, PaymentId payment, Ask ask) {
    CompletableFuture<AskReply> reply = new CompletableFuture<>();
    return deliver(id, new CallEvent.Asked(payment, ask, reply))
        ? Optional.of(reply)
        : Optional.empty();
  }

  /// Asks a call to give its payment up. The reply tells whether it was the payment on hand.
  public Optional<CompletableFuture<Boolean>> cancel(String id, PaymentId payment) {
    CompletableFuture<Boolean> reply = new CompletableFuture<>();
    return deliver(id, new CallEvent.CancelAsked(payment, reply))
        ? Optional.of(reply)
        : Optional.empty();
  }

  /// Puts an event into a call's inbox; false where there is no such call.
  public boolean deliver(String id, CallEvent event) {
    LiveCall live = calls.get(id);
    if (live == null) {
      return false;
    }
    live.put(event);
    return true;
  }

  /// Ends every call, shielded, and waits for their threads.
  public void hangUpAll() throws InterruptedException {
    closing = true;
    for (LiveCall live : calls.values()) {
      live.put(new CallEvent.HangUpAsked("operator"));
    }
    Instant deadline = clock.instant().plus(CLOSING);
    for (LiveCall live : calls.values()) {
      live.join(Duration.between(clock.instant(), deadline));
    }
  }
}
