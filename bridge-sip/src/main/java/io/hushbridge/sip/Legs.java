package io.hushbridge.sip;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The legs whose signalling has not run out, found by what their peers' messages carry. Any
/// thread.
final class Legs {
  /// Our tag is enough beside the Call-ID: forked answers differ in the peer's.
  private record DialogKey(String callId, String localTag) {}

  /// What tells a merged or late copy of an INVITE (RFC 3261 §8.2.2.2).
  record InviteKey(String callId, @Nullable String fromTag, long sequence) {}

  private final Map<DialogKey, InviteLeg> legs = new ConcurrentHashMap<>();
  private final Map<InviteKey, InviteLeg> invites = new ConcurrentHashMap<>();

  /// Takes a leg in, unless its INVITE is known.
  ///
  /// @return the leg that the INVITE made before, if it is not new
  Optional<InviteLeg> add(InviteLeg leg) {
    InviteKey invite = leg.invitedBy();
    InviteLeg known = invite == null ? null : invites.putIfAbsent(invite, leg);
    if (known == null) {
      legs.put(keyOf(leg), leg);
    }
    return Optional.ofNullable(known);
  }

  void remove(InviteLeg leg) {
    legs.remove(keyOf(leg), leg);
    InviteKey invite = leg.invitedBy();
    if (invite != null) {
      invites.remove(invite, leg);
    }
  }

  Optional<InviteLeg> find(String callId, @Nullable String localTag) {
    return localTag == null
        ? Optional.empty()
        : Optional.ofNullable(legs.get(new DialogKey(callId, localTag)));
  }

  Collection<InviteLeg> all() {
    return legs.values();
  }

  private static DialogKey keyOf(InviteLeg leg) {
    return new DialogKey(leg.callId(), leg.localTag());
  }
}
