package io.hushbridge.control.http;

import io.hushbridge.control.payment.AskRequest;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads an ask from JSON. Whether it makes sense is for the payment desk to say.
final class AskForm {
  private static final List<String> FIELDS =
      List.of("amount", "currency", "reference", "flow", "externalEvent");

  private final ObjectNode json;

  AskForm(ObjectNode json) {
    this.json = json;
  }

  AskRequest read() {
    json.propertyNames().stream()
        .filter(name -> !FIELDS.contains(name))
        .findFirst()
        .ifPresent(AskForm::refuseUnknown);
    return new AskRequest(
        amount(),
        required("currency"),
        required("reference"),
        text("flow").orElse("default"),
        text("externalEvent"));
  }

  private long amount() {
    JsonNode amount = json.path("amount");
    if (!amount.isIntegralNumber() || !amount.canConvertToLong()) {
      throw invalid("amount", "want a whole number of minor units, as 5000 for 50.00").refusal();
    }
    return amount.longValue();
  }

  private String required(String field) {
    return text(field).orElseThrow(() -> invalid(field, "is missing").refusal());
  }

  private Optional<String> text(String field) {
    JsonNode value = json.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString()) {
      throw invalid(field, "want text").refusal();
    }
    return Optional.of(value.stringValue());
  }

  private static void refuseUnknown(String name) {
    String hint =
        Nearest.to(name, FIELDS)
            .map("did you mean %s?"::formatted)
            .orElse("known are " + String.join(", ", FIELDS));
    throw new Problem(422, "unknown-field", "The ask has a field that is not known", hint)
        .refusal();
  }

  static Problem invalid(String field, String why) {
    return new Problem(
            422, "invalid-" + kebab(field), "The ask cannot be served", field + ": " + why)
        .with("field", field);
  }

  private static String kebab(String field) {
    return field.equals("externalEvent") ? "external-event" : field;
  }
}
