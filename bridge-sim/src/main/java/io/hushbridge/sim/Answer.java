package io.hushbridge.sim;

/// An HTTP answer of the bridge.
///
/// @param location of the payment; empty where none was made
public record Answer(int status, String location, String body) {}
