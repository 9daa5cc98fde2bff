package io.hushbridge.control.recording;

import io.hushbridge.sip.SipBody;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Bodies of a recording session: a description, and metadata beside it (RFC 7866 §9.1, RFC 2046
/// §5.1).
final class Multipart {
  private static final String SDP = "application/sdp";
  private static final Pattern BOUNDARY =
      Pattern.compile("(?i)^multipart/mixed\\b.*;\\s*boundary=\"?([^\";]{1,70})\"?.*");
  private static final Pattern HEAD_END = Pattern.compile("\r?\n\r?\n");

  private Multipart() {}

  /// A description and its metadata.
  ///
  /// @param boundary of characters that need no quotes, and in neither part
  static SipBody of(String boundary, String sdp, String metadata) {
    String delimiter = "--" + boundary;
    return new SipBody(
        "multipart/mixed;boundary=" + boundary,
        String.join(
            "\r\n",
            delimiter,
            "Content-Type: " + SDP,
            "",
            sdp,
            delimiter,
            "Content-Type: application/rs-metadata+xml",
            "Content-Disposition: recording-session",
            "",
            metadata,
            delimiter + "--",
            ""));
  }

  /// The description in a body, whether it stands alone or among others.
  static Optional<String> sdpIn(SipBody body) {
    if (isSdp(body.contentType())) {
      return Optional.of(body.content());
    }
    Matcher boundary = BOUNDARY.matcher(body.contentType());
    if (!boundary.matches()) {
      return Optional.empty();
    }
    for (String part : body.content().split(Pattern.quote("--" + boundary.group(1)), -1)) {
      String[] headAndContent = HEAD_END.split(part, 2);
      if (headAndContent.length == 2 && headSaysSdp(headAndContent[0])) {
        return Optional.of(headAndContent[1]);
      }
    }
    return Optional.empty();
  }

  private static boolean headSaysSdp(String head) {
    return head.lines()
        .map(line -> line.split(":", 2))
        .anyMatch(
            header ->
                header.length == 2
                    && header[0].strip().equalsIgnoreCase("Content-Type")
                    && isSdp(header[1]));
  }

  private static boolean isSdp(String contentType) {
    return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(SDP);
  }
}
