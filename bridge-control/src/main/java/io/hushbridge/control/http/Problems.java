package io.hushbridge.control.http;

import io.hushbridge.control.payment.Payment;
import io.javalin.http.HttpResponseException;
import java.util.Locale;

/// The problems that any route may have.
final class Problems {
  private Problems() {}

  /// Those found by the server before or around a route.
  static Problem of(HttpResponseException error, int maxBody) {
    return switch (error.getStatus()) {
      case 404 -> noPath();
      case 405 ->
          new Problem(
              405, "wrong-method", "This path takes another method", "see GET /openapi.yaml");
      case 413 ->
          new Problem(
              413, "too-large", "The body is too large", "at most %d bytes".formatted(maxBody));
      default -> unserved(error.getStatus());
    };
  }

  static Problem unserved(int status) {
    return new Problem(status, "unserved", "The request cannot be served", "see GET /openapi.yaml");
  }

  static Problem fault() {
    return new Problem(
        500, "fault", "The bridge failed", "the log says why; the request may be tried again");
  }

  static Problem unauthenticated() {
    return new Problem(
        401,
        "unauthenticated",
        "The key is missing or wrong",
        "send Authorization: Bearer KEY with a key from http.keys in the configuration");
  }

  static Problem forbidden(ApiKey.Role role) {
    return new Problem(
        403,
        "forbidden",
        "The key does not allow this",
        "a key of role %s may not do this".formatted(role.name().toLowerCase(Locale.ROOT)));
  }

  static Problem noCall(String call) {
    return new Problem(
        404, "no-such-call", "There is no such call", "%s is over, or never was".formatted(call));
  }

  static Problem noPayment() {
    return new Problem(
        404, "no-such-payment", "There is no such payment", "it is not known here any more");
  }

  static Problem noPath() {
    return new Problem(404, "no-such-path", "Nothing is here", "see GET /openapi.yaml");
  }

  static Problem notJson() {
    return new Problem(
        415, "not-json", "The body is not declared as JSON", "send Content-Type: application/json");
  }

  static Problem notCancellable(Payment payment) {
    return new Problem(
        409,
        "not-cancellable",
        "The payment cannot be cancelled",
        "payment %s is not on hand in its call; read it to see how it stands"
            .formatted(payment.id()));
  }

  static Problem unreadableCallback() {
    return new Problem(
        400,
        "unreadable-callback",
        "The callback cannot be read",
        "it is not of the shape that this flow is configured for");
  }

  static Problem mismatchedCallback() {
    return new Problem(
        422,
        "mismatched-callback",
        "The callback does not match",
        "amount, currency or reference is not what was asked; nothing was done");
  }

  static Problem tooMany() {
    return new Problem(429, "too-many", "Too many requests", "wait a second and try again");
  }
}
