package io.hushbridge.control.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountInWordsTest {

  @ParameterizedTest
  @CsvSource({
    "5000, USD, fifty US dollars",
    "1205, GBP, twelve pounds and five pence",
    "101, GBP, one pound and one penny",
    "1, GBP, one penny",
    "99, USD, ninety-nine cents",
    "100, EUR, one euro",
    "123456, EUR, one thousand two hundred and thirty-four euros and fifty-six cents",
    "100100000, USD, one million one thousand US dollars",
    "1000000000000, USD, ten billion US dollars",
    "1500, JPY, one thousand five hundred yen",
    "5000, CHF, 50.00 CHF",
    "1234, KWD, 1.234 KWD"
  })
  void anAmountIsSaidTheWayAVoiceSaysIt(long minor, String currency, String words) {
    assertThat(AmountInWords.of(minor, currency)).isEqualTo(words);
  }
}
