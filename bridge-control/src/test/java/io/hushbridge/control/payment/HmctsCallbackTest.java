package io.hushbridge.control.payment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hushbridge.control.call.Receipt;
import io.hushbridge.control.call.Word;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HmctsCallbackTest {
  private static final String START = "orderReference=INV-7&orderAmount=5000&orderCurrency=USD";

  private static Optional<Callback> read(String form) {
    return new HmctsCallback()
        .read("application/x-www-form-urlencoded; charset=UTF-8", form.getBytes(UTF_8));
  }

  private static Word word(String rest) {
    return read(START + rest).orElseThrow().word();
  }

  @Test
  void aSuccessCarriesItsReceipt() {
    assertThat(
            read(
                START
                    + "&transactionResult=SUCCESS&transactionAuthCode=A1&transactionID=tx%2D1"
                    + "&cardLast4=4242&cardExpiry=1230&customData2=Visa+Debit&ppCallID=9"))
        .hasValue(
            new Callback(
                "INV-7",
                5000,
                "USD",
                new Word.Paid(new Receipt("Visa Debit", "4242", "A1")),
                "tx-1"));
  }

  @Test
  void theOtherWordsOfTheShape() {
    assertThat(word("&transactionResult=DECLINE&transactionResponseMsg=No+funds"))
        .isEqualTo(new Word.Declined("No funds"));
    assertThat(word("&transactionResult=decline")).isEqualTo(new Word.Declined("declined"));
    assertThat(word("&transactionResult=CANCELLED")).isEqualTo(new Word.Cancelled());
    assertThat(word("&transactionResult=ERROR")).isEqualTo(new Word.Unclear("gateway error"));
  }

  @Test
  void aCardNumberIsDroppedFromWhereverItStands() {
    Callback callback =
        read(START
                + "&transactionResult=SUCCESS&transactionAuthCode=4111111111111111"
                + "&transactionID=4111-1111-1111-1111&cardLast4=4111111111111111"
                + "&customData2=4111+1111+1111+1111")
            .orElseThrow();

    assertThat(callback.word()).isEqualTo(new Word.Paid(Receipt.NONE));
    assertThat(callback.transaction()).isEmpty();
    assertThat(word("&transactionResult=DECLINE&transactionResponseMsg=bad+4111111111111111"))
        .isEqualTo(new Word.Declined("declined"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "transactionResult=SUCCESS",
        "orderAmount=5000&transactionResult=PERHAPS",
        "orderAmount=50.00&transactionResult=SUCCESS",
        "orderAmount=-1&transactionResult=SUCCESS",
        "orderAmount=9999999999999999&transactionResult=SUCCESS",
        "orderAmount=1&orderAmount=2&transactionResult=SUCCESS",
        "orderAmount=%zz&transactionResult=SUCCESS"
      })
  void whatIsNotOfTheShapeIsNotRead(String form) {
    assertThat(read(form)).isEmpty();
  }

  @Test
  void anotherMediaTypeIsNotRead() {
    byte[] form = (START + "&transactionResult=SUCCESS").getBytes(UTF_8);

    assertThat(new HmctsCallback().read("application/json", form)).isEmpty();
  }
}
