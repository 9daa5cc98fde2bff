package io.hushbridge.control.http;

import io.javalin.http.Context;
import java.util.Map;

/// What a route answers; a value, so that it can be given again.
///
/// @param body told as JSON; empty text for none
record Answer(int status, Map<String, String> headers, Object body) {

  static Answer ok(Object body) {
    return new Answer(200, Map.of(), body);
  }

  static Answer empty(int status) {
    return new Answer(status, Map.of(), "");
  }

  void send(Context to) {
    to.status(status).header("Cache-Control", "no-store");
    if (!body.equals("")) {
      to.contentType("application/json").result(Json.bytes(body));
    }
    headers.forEach(to::header);
  }
}
