package io.hushbridge.walls.sip;

import io.hushbridge.walls.media.MindsCalls;

/// Breaks a wall: signalling that knows audio.
public record MindsAudio(MindsCalls audio) {}
