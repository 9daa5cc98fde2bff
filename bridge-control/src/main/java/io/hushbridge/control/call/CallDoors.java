package io.hushbridge.control.call;

/// Everything a call acts through.
public record CallDoors(
    Parties parties,
    Audio audio,
    Recorders recorders,
    Payments payments,
    Agents agents,
    Journal journal) {}
