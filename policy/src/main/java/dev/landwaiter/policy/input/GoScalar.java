package dev.landwaiter.policy.input;

import dev.landwaiter.base.format.GoDouble;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.util.Optional;
import java.util.OptionalDouble;

/// What formats without types of their own make of a text: a number, else a boolean, else a text.
public final class GoScalar {
  private GoScalar() {}

  /// The value of a text; empty for an infinity or not-a-number, which JSON does not have.
  public static Optional<Value> of(String text) {
    OptionalDouble number = GoFloat.parse(text);
    if (number.isPresent()) {
      return Double.isFinite(number.getAsDouble())
          ? Optional.of(NumberValue.of(GoDouble.text(number.getAsDouble())))
          : Optional.empty();
    }
    return Optional.of(
        switch (text) {
          case "t", "T", "true", "TRUE", "True" -> Value.of(true);
          case "f", "F", "false", "FALSE", "False" -> Value.of(false);
          default -> new StringValue(text);
        });
  }
}
