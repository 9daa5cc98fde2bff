package io.hushbridge.sim.rehearsal;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardScanTest {
  private static final String NUMBER = "4539148803436467";

  private final CardScan scan = new CardScan(NUMBER);

  @Test
  void aNumberIsFoundAmongOtherText() {
    assertThat(formsIn("card=" + NUMBER + "&x=1")).containsExactly("text");
    assertThat(formsIn("4539 1488 0343 6467")).containsExactly("spaced");
    assertThat(formsIn("4539-1488-0343-6467")).containsExactly("dashed");
  }

  @Test
  void aNumberIsFoundInCharactersOfTwoBytes() {
    assertThat(scan.in(("n=" + NUMBER).getBytes(UTF_16LE))).contains("UTF-16 (little)");
  }

  @Test
  void aNumberIsFoundAsHex() {
    assertThat(formsIn(HexFormat.of().formatHex(NUMBER.getBytes(UTF_8)))).contains("hex of text");
    assertThat(scan.in(HexFormat.of().parseHex("00" + NUMBER + "00"))).containsExactly("packed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "ab", "abc"})
  void aNumberIsFoundInBase64WhereverItStands(String before) {
    String text = before + NUMBER + "after";

    assertThat(formsIn(Base64.getEncoder().encodeToString(text.getBytes(UTF_8))))
        .containsExactly("base64, shift " + before.length() % 3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 16, 172})
  void aRunOfTelephoneEventsIsFoundAtTheirDistance(int distance) {
    var packets = new ByteArrayOutputStream();
    for (byte digit : NUMBER.getBytes(UTF_8)) {
      byte[] packet = new byte[distance];
      packet[0] = (byte) (digit - '0');
      packets.writeBytes(packet);
    }
    assertThat(scan.in(packets.toByteArray())).containsExactly("digits, every " + distance);
  }

  @Test
  void anotherNumberIsNotFound() {
    assertThat(scan.in(new CardScan("4000000000000002").planted())).isEmpty();
  }

  @Test
  void everyFormPlantedIsFoundInAFile(@TempDir Path directory) throws IOException {
    Path file = Files.write(directory.resolve("planted"), scan.planted());

    assertThat(scan.in(file)).isEqualTo(scan.forms());
  }

  private Set<String> formsIn(String text) {
    return scan.in(text.getBytes(UTF_8));
  }
}
