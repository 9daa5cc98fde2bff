package io.hushbridge.control.payment;

import io.hushbridge.control.call.Ask;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a session is launched with: the flow's own keys, and values with places to fill.
final class InitialValues {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");
  private static final Set<String> KNOWN =
      new TreeSet<>(Set.of("amount", "decimal", "currency", "reference", "callback"));

  private final Map<String, String> templates;

  InitialValues(Map<String, String> templates) {
    this.templates = templates;
  }

  /// Checks the places.
  ///
  /// @throws IllegalArgumentException where one is not known, with a sentence for the operator
  static void check(Map<String, String> templates) {
    templates.forEach(
        (key, template) ->
            PLACE
                .matcher(template)
                .results()
                .map(place -> place.group(1))
                .filter(place -> !KNOWN.contains(place))
                .forEach(place -> refuse(key, place)));
  }

  private static void refuse(String key, String place) {
    throw new IllegalArgumentException(
        "initialValues.%s: nothing is called {%s}; there is %s".formatted(key, place, KNOWN));
  }

  /// Fills every place once; what is filled in is not looked at again.
  Map<String, String> of(Ask ask, URI callback) {
    Map<String, String> filled = new LinkedHashMap<>();
    templates.forEach(
        (key, template) ->
            filled.put(
                key, PLACE.matcher(template).replaceAll(place -> value(place, ask, callback))));
    return filled;
  }

  private static String value(MatchResult place, Ask ask, URI callback) {
    return Matcher.quoteReplacement(
        switch (place.group(1)) {
          case "amount" -> Long.toString(ask.amountMinor());
          case "decimal" -> decimal(ask);
          case "currency" -> ask.currency();
          case "reference" -> ask.reference();
          default -> callback.toString();
        });
  }

  private static String decimal(Ask ask) {
    int digits = Currency.getInstance(ask.currency()).getDefaultFractionDigits();
    return BigDecimal.valueOf(ask.amountMinor(), digits).toPlainString();
  }
}
