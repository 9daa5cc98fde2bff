package io.hushbridge.sip;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import javax.sip.header.ContentTypeHeader;
import javax.sip.message.Message;

/// Bodies of messages, whatever their type.
final class Bodies {
  static final String SESSION_TYPES = "application/sdp, multipart/mixed";

  private Bodies() {}

  static void set(Message message, SipBody body) {
    Jain.made(
        () -> {
          message.setContent(
              body.content(),
              (ContentTypeHeader) Jain.HEADERS.createHeader("Content-Type", body.contentType()));
          return message;
        });
  }

  /// Refuses a body that could not be written.
  static SipBody check(SipBody body) {
    if (body.contentType().chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException("content type holds a line break or control");
    }
    Jain.parsed(
        "content type", () -> Jain.HEADERS.createHeader("Content-Type", body.contentType()));
    return body;
  }

  static Optional<SipBody> of(Message message) {
    byte[] content = message.getRawContent();
    ContentTypeHeader type = (ContentTypeHeader) message.getHeader(ContentTypeHeader.NAME);
    return content == null || content.length == 0 || type == null
        ? Optional.empty()
        : Optional.of(
            new SipBody(ExtraHeaders.value(type), new String(content, StandardCharsets.UTF_8)));
  }

  /// Whether a message has no body, or one that can describe a session.
  static boolean fitForSession(Message message) {
    if (message.getRawContent() == null || message.getRawContent().length == 0) {
      return true;
    }
    ContentTypeHeader type = (ContentTypeHeader) message.getHeader(ContentTypeHeader.NAME);
    return type != null && (isA(type, "application", "sdp") || isA(type, "multipart", "mixed"));
  }

  static boolean isA(ContentTypeHeader header, String type, String subType) {
    return header.getContentType().toLowerCase(Locale.ROOT).equals(type)
        && header.getContentSubType().toLowerCase(Locale.ROOT).equals(subType);
  }
}
