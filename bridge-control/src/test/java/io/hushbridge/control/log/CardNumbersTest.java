package io.hushbridge.control.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CardNumbersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          4111111111111111               | [masked]
          4111 1111 1111 1111            | [masked]
          4111-1111-1111-1111            | [masked]
          4111 - 1111 - 1111 - 1111      | [masked]
          4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 | [masked]
          378282246310005                | [masked]
          3782 822463 10005              | [masked]
          4222222222222                  | [masked]
          2223003122003222               | [masked]
          6304000000000000000            | [masked]
          paid 5000 4111111111111111 ok  | paid 5000 [masked] ok
          a4111111111111111b             | a[masked]b
          4111111111111111 and 5555555555554444 | [masked] and [masked]
          4111111111111111 5555555555554444     | [masked] [masked]
          """)
  void aCardNumberIsTakenOut(String text, String masked) {
    assertThat(CardNumbers.masked(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no digits",
        "4111111111111112", // fails the Luhn check
        "1111111111111117", // begins with 1
        "411111111111", // too short
        "41111111111111111111", // too long
        "2026-11-20T10:55:00.123456Z",
        "4111.1111.1111.1111", // an address looks like this
      })
  void anythingElseIsLeftAsItIs(String text) {
    assertThat(CardNumbers.masked(text)).isEqualTo(text);
  }

  @Test
  void aLongTextTakesNoLongTime() {
    String digits = "4 ".repeat(100_000);

    assertThat(CardNumbers.masked(digits)).isNotNull();
  }
}
