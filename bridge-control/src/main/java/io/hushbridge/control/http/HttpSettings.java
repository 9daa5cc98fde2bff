package io.hushbridge.control.http;

import java.util.List;

/// The two doors; see `config/bridge.yaml`.
///
/// @param port of the API; 0 for any
/// @param maxBody in bytes, on either door
/// @param callbackPort of the callback door; 0 for any
public record HttpSettings(
    String host, int port, List<ApiKey> keys, int maxBody, String callbackHost, int callbackPort) {

  public HttpSettings {
    keys = List.copyOf(keys);
  }
}
