package io.hushbridge.control.call;

/// A call that came in, before anything was decided.
///
/// @param id ours, as `c-1f0a...`; the same on every leg, in logs, journal and `X-Hush-Call`
/// @param trunk the listener it came in by
public record Call(String id, String callerNumber, String dialled, String trunk) {}
