package io.hushbridge.sip;

/// Takes the calls that come in.
@FunctionalInterface
public interface IncomingCalls {
  /// A new INVITE. A 100 has been sent; nothing else has. Must return at once.
  ///
  /// @return where the leg's later events go
  LegEvents invited(Leg leg, Invited invited);
}
