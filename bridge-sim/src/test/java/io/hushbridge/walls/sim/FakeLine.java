package io.hushbridge.walls.sim;

/// A fake that production must not know.
public record FakeLine() {}
