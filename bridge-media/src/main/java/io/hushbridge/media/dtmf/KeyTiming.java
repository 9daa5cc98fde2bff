package io.hushbridge.media.dtmf;

import java.time.Duration;

/// How keys are sent: wait `delay`, then each key `tone` long with `gap` between.
public record KeyTiming(Duration delay, Duration tone, Duration gap) {}
