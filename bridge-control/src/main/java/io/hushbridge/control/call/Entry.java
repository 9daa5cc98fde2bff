package io.hushbridge.control.call;

import java.util.Set;

/// Everything a call has to say for the record. No entry can carry card data.
public sealed interface Entry {
  record CallBegan(String callerNumber, String dialled, String trunk) implements Entry {
    static CallBegan of(Call call) {
      return new CallBegan(call.callerNumber(), call.dialled(), call.trunk());
    }
  }

  record SceneChanged(String scene) implements Entry {}

  record PartyJoined(Role role) implements Entry {}

  record PartyLeft(Role role) implements Entry {}

  record PaymentAsked(PaymentId payment, long amountMinor, String currency, String reference)
      implements Entry {
    static PaymentAsked of(PaymentId payment, Ask ask) {
      return new PaymentAsked(payment, ask.amountMinor(), ask.currency(), ask.reference());
    }
  }

  record SessionOpened(PaymentId payment) implements Entry {}

  /// Recorders asked to pause; none named where none is on the call.
  record PauseAsked(Set<String> recorders) implements Entry {}

  record PauseConfirmed(PaymentId payment, String recorder) implements Entry {}

  record PauseRefused(PaymentId payment, String recorder, String why) implements Entry {}

  record ReinviteRefused(Role role, int status) implements Entry {}

  record LineLinked(PaymentId payment, String mediaMode) implements Entry {}

  record CallbackHeard(PaymentId payment, String word) implements Entry {}

  /// A callback that nothing in the call explains; somebody should look.
  record CallbackAlarm(PaymentId payment, String why) implements Entry {}

  record PaymentEnded(PaymentId payment, String outcome, String why) implements Entry {}

  record ResumeAsked() implements Entry {}

  /// What a recorder's fork did in the whole call, in packets.
  record RecordingEnded(String recorder, long passed, long withheld, long silenced)
      implements Entry {}

  record CallEnded(String label) implements Entry {}
}
