package io.hushbridge.sim.rehearsal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// The forms in which a card number may lie in a file or in memory.
final class CardTraces {
  /// Distances between a digit's byte and the next one's: bare bytes, characters, `int`s, `long`s,
  /// telephone-event payloads, RTP packets with one, slots of a pool of audio packets.
  private static final int[] STRIDES = {1, 2, 4, 8, 16, 172};

  private CardTraces() {}

  /// Bytes to be found one `stride` apart.
  ///
  /// @param form what it is called in a report
  @SuppressWarnings("ArrayRecordComponent") // never compared, never a key
  record Trace(String form, byte[] bytes, int stride) {
    int length() {
      return (bytes.length - 1) * stride + 1;
    }

    /// The bytes as they would lie in memory.
    byte[] planted() {
      byte[] lying = new byte[length()];
      for (int i = 0; i < bytes.length; i++) {
        lying[i * stride] = bytes[i];
      }
      return lying;
    }
  }

  /// Every form of a number.
  ///
  /// @param number 13 to 19 digits
  static List<Trace> of(String number) {
    byte[] ascii = number.getBytes(ISO_8859_1);
    List<Trace> traces = new ArrayList<>();
    traces.add(new Trace("text", ascii, 1));
    traces.add(new Trace("UTF-16", number.getBytes(UTF_16BE), 1));
    traces.add(new Trace("UTF-16 (little)", number.getBytes(UTF_16LE), 1));
    traces.add(new Trace("spaced", grouped(number, " "), 1));
    traces.add(new Trace("dashed", grouped(number, "-"), 1));
    traces.add(new Trace("hex of text", HexFormat.of().formatHex(ascii).getBytes(ISO_8859_1), 1));
    for (int shift = 0; shift < 3; shift++) {
      traces.add(new Trace("base64, shift " + shift, base64(ascii, shift), 1));
    }
    traces.add(
        new Trace("packed", HexFormat.of().parseHex(number + "f".repeat(number.length() % 2)), 1));
    traces.add(new Trace("long", asLong(number, ByteOrder.BIG_ENDIAN), 1));
    traces.add(new Trace("long (little)", asLong(number, ByteOrder.LITTLE_ENDIAN), 1));
    byte[] digits = new byte[ascii.length];
    for (int i = 0; i < ascii.length; i++) {
      digits[i] = (byte) (ascii[i] - '0');
    }
    for (int stride : STRIDES) {
      traces.add(new Trace("digits, every " + stride, digits, stride));
    }
    return traces;
  }

  private static byte[] grouped(String number, String by) {
    return number.replaceAll("(\\d{4})(?=\\d)", "$1" + by).getBytes(ISO_8859_1);
  }

  private static byte[] asLong(String number, ByteOrder order) {
    return ByteBuffer.allocate(8).order(order).putLong(Long.parseLong(number)).array();
  }

  /// What stays the same of the number's base64, whatever stands before and after it.
  private static byte[] base64(byte[] ascii, int shift) {
    byte[] text = new byte[shift + ascii.length];
    System.arraycopy(ascii, 0, text, shift, ascii.length);
    byte[] code = Base64.getEncoder().withoutPadding().encode(text);
    int from = (shift * 8 + 5) / 6;
    int to = text.length * 8 / 6;
    return Arrays.copyOfRange(code, from, to);
  }
}
