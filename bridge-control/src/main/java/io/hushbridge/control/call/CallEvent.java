package io.hushbridge.control.call;

import java.util.concurrent.CompletableFuture;

/// Everything that can happen to a call. No event can carry a key.
public sealed interface CallEvent {

  /// A leg has something to tell; what it means is known once it is read.
  record Signalled(Signal signal) implements CallEvent {}

  /// A party we dialled answered with something we can join.
  record Answered(Role role) implements CallEvent {}

  /// A party we dialled refused, stayed silent, or answered with what we cannot join.
  record Unreached(Role role, String why) implements CallEvent {}

  /// A party's leg is over.
  record Left(Role role) implements CallEvent {}

  /// A party offers anew and is owed an answer.
  record Reoffered(Role role) implements CallEvent {}

  /// A re-INVITE of ours was accepted, or refused with a status.
  record Reinvited(Role role, boolean accepted, int status) implements CallEvent {}

  /// A party asked to be transferred (it was refused).
  record Referred(Role role) implements CallEvent {}

  /// A key was pressed or held at a party.
  record KeyHeard(Role role) implements CallEvent {}

  record PromptEnded(Role role) implements CallEvent {}

  /// The LinkId is with the line.
  record Linked() implements CallEvent {}

  /// A recorder confirmed that each of its streams is inactive, or is no longer there to record.
  record RecorderPaused(PaymentId payment, String recorder) implements CallEvent {}

  record RecorderRefused(PaymentId payment, String recorder, String why) implements CallEvent {}

  record SessionOpened(Session session) implements CallEvent {}

  record SessionRefused(PaymentId payment, String why) implements CallEvent {}

  /// A matching callback.
  ///
  /// @param taken completed once the call has read it: whether it is about the payment on hand
  record CalledBack(PaymentId payment, Word word, CompletableFuture<Boolean> taken)
      implements CallEvent {

    /// One whose sender does not ask whether it was taken.
    public CalledBack(PaymentId payment, Word word) {
      this(payment, word, new CompletableFuture<>());
    }
  }

  /// The agent asks for a payment.
  record Asked(PaymentId payment, Ask ask, CompletableFuture<AskReply> reply)
      implements CallEvent {}

  record CancelAsked(PaymentId payment, CompletableFuture<Boolean> reply) implements CallEvent {}

  record HangUpAsked(String by) implements CallEvent {}
}
