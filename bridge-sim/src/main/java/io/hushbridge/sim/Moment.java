package io.hushbridge.sim;

import java.time.Instant;

/// Something worth telling that a far end did or met, for a timeline. Never a card digit.
///
/// @param who `caller`, `agent`, `line`, `pci pal` or `recorder`
/// @param what in a few words, as `keys 17 digits`
public record Moment(Instant at, String who, String what) {}
