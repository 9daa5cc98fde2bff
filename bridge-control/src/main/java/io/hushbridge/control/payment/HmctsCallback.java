package io.hushbridge.control.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hushbridge.control.call.Receipt;
import io.hushbridge.control.call.Word;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A form with the amount in pence, as the UK courts' integration takes it
/// (hmcts/ccpay-payment-app).
final class HmctsCallback implements CallbackMapper {
  private static final Set<String> WANTED =
      Set.of(
          "orderReference",
          "orderAmount",
          "orderCurrency",
          "transactionResult",
          "transactionResponseMsg",
          "transactionID",
          "transactionAuthCode",
          "cardLast4",
          "customData2");

  @Override
  public Optional<Callback> read(String contentType, byte[] body) {
    String type = contentType.toLowerCase(Locale.ROOT);
    if (!type.startsWith("application/x-www-form-urlencoded")) {
      return Optional.empty();
    }
    return fields(new String(body, UTF_8)).flatMap(HmctsCallback::callback);
  }

  /// The wanted fields; empty where one comes twice or is badly encoded.
  private static Optional<Map<String, String>> fields(String form) {
    Map<String, String> fields = new HashMap<>();
    try {
      for (String pair : form.split("&", -1)) {
        int equals = pair.indexOf('=');
        String name = URLDecoder.decode(equals < 0 ? pair : pair.substring(0, equals), UTF_8);
        if (equals >= 0 && WANTED.contains(name)) {
          String value = URLDecoder.decode(pair.substring(equals + 1), UTF_8).strip();
          if (fields.put(name, value) != null) {
            return Optional.empty();
          }
        }
      }
      return Optional.of(fields);
    } catch (IllegalArgumentException badEscape) {
      return Optional.empty();
    }
  }

  private static Optional<Callback> callback(Map<String, String> fields) {
    String amount = fields.getOrDefault("orderAmount", "");
    String reference = fields.getOrDefault("orderReference", "");
    String currency = fields.getOrDefault("orderCurrency", "").toUpperCase(Locale.ROOT);
    Optional<Word> word = word(fields);
    if (!amount.matches("[0-9]{1,15}") || word.isEmpty()) {
      return Optional.empty();
    }
    String transaction = Harmless.text(fields.getOrDefault("transactionID", ""), 64);
    return Optional.of(
        new Callback(reference, Long.parseLong(amount), currency, word.get(), transaction));
  }

  private static Optional<Word> word(Map<String, String> fields) {
    String said = Harmless.text(fields.getOrDefault("transactionResponseMsg", ""), 80);
    return switch (fields.getOrDefault("transactionResult", "").toUpperCase(Locale.ROOT)) {
      case "SUCCESS" -> Optional.of(new Word.Paid(receipt(fields)));
      case "DECLINE" -> Optional.of(new Word.Declined(said.isEmpty() ? "declined" : said));
      case "CANCELLED" -> Optional.of(new Word.Cancelled());
      case "ERROR" -> Optional.of(new Word.Unclear(said.isEmpty() ? "gateway error" : said));
      default -> Optional.empty();
    };
  }

  private static Receipt receipt(Map<String, String> fields) {
    return new Receipt(
        Harmless.text(fields.getOrDefault("customData2", ""), 24),
        Harmless.lastFour(fields.getOrDefault("cardLast4", "")),
        Harmless.text(fields.getOrDefault("transactionAuthCode", ""), 12));
  }
}
