package io.hushbridge.control.payment;

import io.hushbridge.control.call.Agents;
import io.hushbridge.control.call.Audio;
import io.hushbridge.control.call.Call;
import io.hushbridge.control.call.CallDoors;
import io.hushbridge.control.call.CallEvent;
import io.hushbridge.control.call.Cue;
import io.hushbridge.control.call.Entry;
import io.hushbridge.control.call.Journal;
import io.hushbridge.control.call.Limits;
import io.hushbridge.control.call.Parties;
import io.hushbridge.control.call.PaymentId;
import io.hushbridge.control.call.Payments;
import io.hushbridge.control.call.Recorders;
import io.hushbridge.control.call.Role;
import io.hushbridge.control.call.Scene;
import io.hushbridge.control.call.Session;
import io.hushbridge.control.call.Switchboard;
import io.hushbridge.control.call.TripOutcome;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/// Real calls of a real switchboard, whose legs are played: the agent answers, the line answers and
/// is linked, and hangs up when told.
public final class RehearsedCalls implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  public final Switchboard switchboard;
  private final ConcurrentMap<String, Consumer<CallEvent>> inboxes = new ConcurrentHashMap<>();
  private final List<Entry> journal = new CopyOnWriteArrayList<>();
  private final List<TripOutcome> told = new CopyOnWriteArrayList<>();

  public RehearsedCalls(Duration callbackGrace) {
    Duration second = Duration.ofSeconds(1);
    switchboard =
        new Switchboard(
            new Limits(
                second,
                second,
                Duration.ofSeconds(3),
                second,
                second,
                Duration.ofSeconds(30),
                second,
                callbackGrace,
                second,
                Duration.ofMillis(20),
                Duration.ofMillis(20),
                second),
            10,
            InstantSource.system(),
            _ -> {});
  }

  /// A call whose parties talk.
  public void begin(String id, Function<Consumer<CallEvent>, Payments> payments) {
    Consumer<CallEvent> inbox =
        switchboard.begin(
            new Call(id, "+15550100", "+15550199", "trunk"),
            (call, events) ->
                new CallDoors(
                    new PlayedParties(events),
                    (Audio) scene -> {},
                    new NoRecorders(),
                    payments.apply(events),
                    agents(id),
                    journal(id)));
    inboxes.put(id, inbox);
    await(() -> scene(id).equals(new Scene.Talking().label()));
  }

  public void put(String call, CallEvent event) {
    Objects.requireNonNull(inboxes.get(call)).accept(event);
  }

  public void callerHangsUp(String call) {
    put(call, new CallEvent.Left(Role.CALLER));
    await(() -> switchboard.call(call).isEmpty());
  }

  public Journal journal(String call) {
    return new Journal() {
      @Override
      public void write(Entry entry) {
        journal.add(entry);
      }

      @Override
      public boolean writable() {
        return true;
      }
    };
  }

  public Agents agents(String call) {
    return (payment, ask, outcome) -> told.add(outcome);
  }

  public List<Entry> journal() {
    return journal;
  }

  /// The outcomes that the agent's platform was told, in order.
  public List<TripOutcome> told() {
    return told;
  }

  public String scene(String call) {
    return switchboard.call(call).orElseThrow().scene();
  }

  /// Looks every millisecond whether it holds by now.
  public static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("did not come true in " + PATIENCE);
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Override
  public void close() {
    try {
      switchboard.hangUpAll();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private record PlayedParties(Consumer<CallEvent> inbox) implements Parties {
    @Override
    public void dialAgent() {
      inbox.accept(new CallEvent.Answered(Role.AGENT));
    }

    @Override
    public void redialAgent(PaymentId payment, TripOutcome outcome) {
      dialAgent();
    }

    @Override
    public void answerCaller() {}

    @Override
    public void refuseCaller(int status, String reason) {}

    @Override
    public void dialLine(Session session) {
      inbox.accept(new CallEvent.Answered(Role.LINE));
    }

    @Override
    public void link(Session session) {
      inbox.accept(new CallEvent.Linked());
    }

    @Override
    public void holdAgent() {}

    @Override
    public void resumeAgent(PaymentId payment, TripOutcome outcome) {}

    @Override
    public void answerReoffer(Role role) {}

    @Override
    public void hangUp(Role role) {
      inbox.accept(new CallEvent.Left(role));
    }

    @Override
    public void stopCue() {}

    @Override
    public void play(Cue cue) {
      inbox.accept(new CallEvent.PromptEnded(Role.CALLER));
    }

    @Override
    public void close() {}
  }

  private static final class NoRecorders implements Recorders {
    @Override
    public void begin() {}

    @Override
    public Set<String> askPause(PaymentId payment) {
      return Set.of();
    }

    @Override
    public void askResume() {}

    @Override
    public void close() {}
  }
}
