package io.hushbridge.walls.media.dtmf;

/// What control must not read.
public record Digits(String digits) {}
