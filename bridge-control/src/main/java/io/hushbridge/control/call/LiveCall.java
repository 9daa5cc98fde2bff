package io.hushbridge.control.call;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A call in progress: its inbox, its thread, and what a reader may know of it. Any thread.
final class LiveCall {
  final Call call;
  final LiveInbox inbox;
  private final Instant begun;
  private volatile String scene = new Scene.Waiting().label();
  private volatile Optional<PaymentId> payment = Optional.empty();
  private volatile boolean over;
  volatile @Nullable Thread thread;

  LiveCall(Call call, LiveInbox inbox, Instant begun) {
    this.call = call;
    this.inbox = inbox;
    this.begun = begun;
  }

  void put(CallEvent event) {
    inbox.put(event);
    if (over) {
      inbox.refuseAll();
    }
  }

  /// Nobody reads the inbox any more: whoever still waits for a reply is told so.
  void over() {
    over = true;
    inbox.refuseAll();
  }

  void join(Duration limit) throws InterruptedException {
    Thread running = thread;
    if (running != null && limit.isPositive()) {
      running.join(limit);
    }
  }

  CallView view() {
    return new CallView(call.id(), call.callerNumber(), call.dialled(), begun, scene, payment);
  }

  /// The same doors, with the journal watched for what [#view] tells.
  CallDoors watched(CallDoors doors) {
    return new CallDoors(
        doors.parties(),
        doors.audio(),
        doors.recorders(),
        doors.payments(),
        doors.agents(),
        new WatchedJournal(doors.journal()));
  }

  private final class WatchedJournal implements Journal {
    private final Journal journal;

    WatchedJournal(Journal journal) {
      this.journal = journal;
    }

    @Override
    public void write(Entry entry) {
      if (entry instanceof Entry.SceneChanged(String changed)) {
        scene = changed;
      } else if (entry instanceof Entry.PaymentAsked asked) {
        payment = Optional.of(asked.payment());
      }
      journal.write(entry);
    }

    @Override
    public boolean writable() {
      return journal.writable();
    }
  }
}
