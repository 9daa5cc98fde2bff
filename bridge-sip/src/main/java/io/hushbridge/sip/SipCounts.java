package io.hushbridge.sip;

/// What is alive now.
///
/// @param legs whose signalling has not run out: a BYE that waits for its answer counts, though the
///   leg's owner has been told the end
/// @param dialogs legs whose owner has not been told the end
/// @param transactions requests of ours that have no final answer
public record SipCounts(int legs, int dialogs, int transactions) {}
