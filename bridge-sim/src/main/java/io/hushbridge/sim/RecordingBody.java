package io.hushbridge.sim;

import io.hushbridge.sip.SipBody;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a recorder is sent: a description, and metadata beside it (RFC 7866 §9.1).
///
/// @param metadata empty where the body is a description alone
record RecordingBody(String sdp, String metadata) {

  /// Reads a body of either kind; empty where there is no description.
  static Optional<RecordingBody> read(SipBody body) {
    if (!body.contentType().toLowerCase(Locale.ROOT).startsWith("multipart/")) {
      return Optional.of(new RecordingBody(body.content(), ""));
    }
    String boundary =
        body.contentType().replaceFirst("(?i).*boundary=\"?([^\";]+)\"?.*", "$1").strip();
    String sdp = "";
    String metadata = "";
    for (String part : body.content().split("(\r\n)?--" + Pattern.quote(boundary))) {
      String head = part.split("\r\n\r\n", 2)[0].toLowerCase(Locale.ROOT);
      String content = part.substring(Math.min(part.length(), head.length() + 4));
      if (head.contains("application/sdp")) {
        sdp = content;
      } else if (head.contains("application/rs-metadata")) {
        metadata = content;
      }
    }
    return sdp.isEmpty() ? Optional.empty() : Optional.of(new RecordingBody(sdp, metadata));
  }
}
