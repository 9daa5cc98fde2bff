package io.hushbridge.control.recording;

/// A SIPREC recorder.
///
/// @param target SIP URI
public record SiprecTarget(String name, String target) {}
