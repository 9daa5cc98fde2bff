package io.hushbridge.control.payment;

import java.util.Optional;

/// Reads the callbacks of one shape. Which shape a flow sends is the tenant's: amount unit, status
/// words, field names and body format all differ.
interface CallbackMapper {

  /// What the body says; empty where it cannot be read. Fields that are not needed are not looked
  /// at, and nothing of the body is kept or quoted.
  Optional<Callback> read(String contentType, byte[] body);

  /// The shape of this name.
  ///
  /// @throws IllegalArgumentException where there is none, with a sentence for the operator
  static CallbackMapper named(String shape) {
    return switch (shape) {
      case "hmcts" -> new HmctsCallback();
      default ->
          throw new IllegalArgumentException(
              "callback: no shape is called \"%s\"; there is: hmcts".formatted(shape));
    };
  }
}
