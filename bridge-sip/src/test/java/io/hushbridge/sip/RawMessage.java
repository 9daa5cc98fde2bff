package io.hushbridge.sip;

import java.util.List;

/// A SIP message as text.
record RawMessage(String text) {

  String firstLine() {
    return text.substring(0, text.indexOf("\r\n"));
  }

  boolean is(String start) {
    return firstLine().startsWith(start) || firstLine().startsWith("SIP/2.0 " + start);
  }

  /// All lines of one header, as they came.
  List<String> lines(String header) {
    return head()
        .lines()
        .filter(line -> line.regionMatches(true, 0, header + ":", 0, header.length() + 1))
        .toList();
  }

  /// The value of a header, or an empty text.
  String header(String name) {
    return lines(name).isEmpty() ? "" : lines(name).getFirst().substring(name.length() + 1).strip();
  }

  String tag(String header) {
    String value = header(header);
    int at = value.indexOf(";tag=");
    return at < 0 ? "" : value.substring(at + 5).split(";")[0];
  }

  String uri() {
    return firstLine().split(" ")[1];
  }

  String body() {
    return text.substring(text.indexOf("\r\n\r\n") + 4);
  }

  private String head() {
    return text.substring(0, text.indexOf("\r\n\r\n") + 2);
  }
}
