package io.hushbridge.sim.rehearsal;

/// One thing that was judged.
///
/// @param about what was looked at
/// @param found what was found, with its figure
/// @param holds whether it is as it must be
record Verdict(String about, String found, boolean holds) {}
