package io.hushbridge.control.http;

import java.util.LinkedHashMap;
import java.util.Map;

/// An error as RFC 9457 tells it.
///
/// @param type the last part of its URN, short and stable
/// @param title the same for every problem of this type
/// @param detail a sentence that helps this caller
/// @param more members of this type's own, as where to look
record Problem(int status, String type, String title, String detail, Map<String, String> more) {
  static final String MEDIA_TYPE = "application/problem+json";

  Problem(int status, String type, String title, String detail) {
    this(status, type, title, detail, Map.of());
  }

  Problem with(String member, String value) {
    Map<String, String> members = new LinkedHashMap<>(more);
    members.put(member, value);
    return new Problem(status, type, title, detail, members);
  }

  Refusal refusal() {
    return new Refusal(this);
  }

  Answer answer() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "urn:hushbridge:problem:" + type);
    body.put("title", title);
    body.put("status", status);
    body.put("detail", detail);
    body.putAll(more);
    return new Answer(status, Map.of("Content-Type", MEDIA_TYPE), body);
  }
}
