package io.hushbridge.walls.media;

import io.hushbridge.walls.control.call.Flow;

/// Breaks a wall: audio that knows a call.
public record MindsCalls(Flow flow) {}
