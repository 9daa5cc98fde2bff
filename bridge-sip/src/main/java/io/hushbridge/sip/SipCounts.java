package io.hushbridge.sip;

/// What the stack holds now: legs not yet ended, dialogs, and open client and server transactions.
public record SipCounts(int legs, int dialogs, int transactions) {}
