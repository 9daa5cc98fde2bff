package io.hushbridge.media.sdp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Reads a description (RFC 8866): strict where an answer depends on it (the first line, m-lines
/// and their number), deaf to every line that we have no use for. Lines may end in CRLF, LF or CR.
final class SdpReader {
  private static final int MOST_CHARS = 32 * 1024;
  private static final int MOST_SECTIONS = 32;
  private static final int DEFAULT_PTIME_MILLIS = 20;
  private static final Pattern LINE_END = Pattern.compile("\r\n|\n|\r");
  private static final Pattern SPACES = Pattern.compile("[ \t]+");
  private static final Pattern PRINTABLE = Pattern.compile("[!-~ \t]*");
  private static final Pattern TIMING = Pattern.compile("[0-9]{1,20} [0-9]{1,20}");

  private final Level session = new Level();
  private final List<Draft> drafts = new ArrayList<>();
  private String timing = "0 0";

  private SdpReader() {}

  /// @throws SdpFailure (400) for what is no description, or one too long to be honest
  static Description read(String text) throws SdpFailure {
    if (text.length() > MOST_CHARS) {
      throw nonsense("longer than " + MOST_CHARS + " characters");
    }
    String[] lines = LINE_END.split(text.strip(), -1);
    if (!lines[0].strip().equals("v=0")) {
      throw nonsense("does not begin with v=0");
    }
    var reader = new SdpReader();
    for (String line : lines) {
      reader.line(line.strip());
    }
    return new Description(reader.timing, reader.drafts.stream().map(Draft::section).toList());
  }

  private void line(String line) throws SdpFailure {
    if (line.length() < 2 || line.charAt(1) != '=') {
      return;
    }
    String value = line.substring(2).strip();
    switch (line.charAt(0)) {
      case 'm' -> begin(value);
      case 'c' -> level().connection(value);
      case 'a' -> level().attribute(value);
      case 't' -> timing(value);
      default -> {} // of no use to us
    }
  }

  private Level level() {
    return drafts.isEmpty() ? session : drafts.getLast().level();
  }

  private void timing(String value) {
    if (TIMING.matcher(value).matches()) {
      timing = value;
    }
  }

  private void begin(String value) throws SdpFailure {
    if (drafts.size() == MOST_SECTIONS) {
      throw nonsense("more than " + MOST_SECTIONS + " m-lines");
    }
    String[] words = SPACES.split(value);
    if (words.length < 4 || !PRINTABLE.matcher(value).matches()) {
      throw nonsense("an m-line lacks media, port, protocol or formats");
    }
    OptionalInt port = number(upToSlash(words[1]), 65535);
    if (port.isEmpty()) {
      throw nonsense("an m-line has no port");
    }
    drafts.add(
        new Draft(
            words[0].toLowerCase(Locale.ROOT),
            port.getAsInt(),
            words[2],
            List.of(words).subList(3, words.length),
            session.inherited()));
  }

  /// A decimal number up to a limit, or nothing.
  static OptionalInt number(String text, int limit) {
    if (text.isEmpty() || text.length() > 9 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return OptionalInt.empty();
    }
    int number = Integer.parseInt(text);
    return number <= limit ? OptionalInt.of(number) : OptionalInt.empty();
  }

  private static String upToSlash(String text) {
    int slash = text.indexOf('/');
    return slash < 0 ? text : text.substring(0, slash);
  }

  private static SdpFailure nonsense(String what) {
    return new SdpFailure(400, "session description: " + what);
  }

  /// An m-line still being read.
  private record Draft(String media, int port, String protocol, List<String> formats, Level level) {

    MediaSection section() {
      return new MediaSection(
          media,
          port,
          protocol,
          formats,
          level.connection,
          level.direction,
          Map.copyOf(level.encodings),
          level.ptimeMillis);
    }
  }

  /// What may be said of the session or of one m-line.
  private static final class Level {
    private final Map<Integer, Encoding> encodings = new HashMap<>();
    private String connection = "";
    private Direction direction = Direction.SENDRECV;
    private int ptimeMillis = DEFAULT_PTIME_MILLIS;

    Level inherited() {
      var level = new Level();
      level.connection = connection;
      level.direction = direction;
      level.ptimeMillis = ptimeMillis;
      return level;
    }

    /// `IN IP4 192.0.2.1`, perhaps with `/ttl` behind.
    void connection(String value) {
      String[] words = SPACES.split(value);
      if (words.length >= 3) {
        connection = upToSlash(words[2]);
      }
    }

    void attribute(String value) {
      int colon = value.indexOf(':');
      String name = (colon < 0 ? value : value.substring(0, colon)).toLowerCase(Locale.ROOT);
      String rest = colon < 0 ? "" : value.substring(colon + 1).strip();
      switch (name) {
        case "sendrecv" -> direction = Direction.SENDRECV;
        case "sendonly" -> direction = Direction.SENDONLY;
        case "recvonly" -> direction = Direction.RECVONLY;
        case "inactive" -> direction = Direction.INACTIVE;
        case "rtpmap" -> rtpmap(rest);
        case "ptime" -> ptime(rest);
        default -> {} // of no use to us
      }
    }

    private void rtpmap(String value) {
      String[] words = SPACES.split(value);
      if (words.length >= 2) {
        number(words[0], 127)
            .ifPresent(payloadType -> encodings.put(payloadType, Encoding.read(words[1])));
      }
    }

    private void ptime(String value) {
      OptionalInt millis = number(value, 200);
      if (millis.isPresent() && millis.getAsInt() >= 10) {
        ptimeMillis = millis.getAsInt();
      }
    }
  }
}
