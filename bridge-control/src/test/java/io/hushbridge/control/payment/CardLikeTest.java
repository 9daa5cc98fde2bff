package io.hushbridge.control.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardLikeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4111111111111111",
        "INV-4111-1111-1111-1111",
        "378282246310005",
        "card 4111 1111 1111 1111 please",
        "2025-12 4111.1111.1111.1111",
        "6304000000000000000"
      })
  void aCardNumberIsFoundInAnyUsualWriting(String text) {
    assertThat(CardLike.in(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "INV-7",
        "4111111111111112",
        "41111111111",
        "4111111111111111000000",
        "2026-11-20T11:28:27",
        "A1B2C3"
      })
  void whatIsNoneIsLeftAlone(String text) {
    assertThat(CardLike.in(text)).isFalse();
  }
}
