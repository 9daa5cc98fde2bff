package io.hushbridge.control.call;

/// The legs of one call, as the flow sees them. Every method returns at once; what comes of it is a
/// [CallEvent]. Flow thread only.
public interface Parties extends AutoCloseable {

  /// Dials the agent: `Answered(AGENT)` or `Unreached(AGENT)`.
  void dialAgent();

  /// Dials the agent anew with the outcome in `X-` headers, after it left during a payment.
  void redialAgent(PaymentId payment, TripOutcome outcome);

  void answerCaller();

  void refuseCaller(int status, String reason);

  /// Dials the payment line: `Answered(LINE)` or `Unreached(LINE)`.
  void dialLine(Session session);

  /// Passes the LinkId to the line that has answered: `Linked`.
  void link(Session session);

  /// re-INVITEs the agent `sendonly`, where the route keeps it on hold: `Reinvited(AGENT)`.
  void holdAgent();

  /// re-INVITEs the agent `sendrecv` with the outcome: `Reinvited(AGENT)`.
  void resumeAgent(PaymentId payment, TripOutcome outcome);

  /// Answers a party's offer from what it offers and what it may do in the scene.
  void answerReoffer(Role role);

  void hangUp(Role role);

  /// Plays a prompt to the caller: `PromptEnded(CALLER)`.
  void play(Cue cue);

  /// Breaks off what is played to the caller.
  void stopCue();

  /// Hangs up everyone still here and frees their ports.
  @Override
  void close();
}
