package dev.landwaiter.policy.input.data;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Locator;
import dev.landwaiter.policy.input.GoNumbers;
import dev.landwaiter.policy.input.InputFormat;

/// JSON (RFC 8259), with or without a byte order mark.
public final class JsonFormat implements InputFormat {
  @Override
  public String name() {
    return "json";
  }

  @Override
  public Value read(String where, byte[] text) throws FormatException {
    return value(where, text);
  }

  @Override
  public Locator locator(String where, byte[] text) {
    return places(where, text);
  }

  /// Reads JSON.
  ///
  /// @throws FormatException also for a number that is no finite float of 64 bits
  static Value value(String where, byte[] text) throws FormatException {
    Value value = Json.parse(where, text);
    try {
      Value numbers = GoNumbers.in(value);
      return LoneSurrogates.mayBeIn(text) ? LoneSurrogates.replaced(numbers) : numbers;
    } catch (ArithmeticException e) {
      throw new FormatException(Problem.in(where, String.valueOf(e.getMessage())));
    }
  }

  static Locator places(String where, byte[] text) {
    try {
      return Locator.of(Json.parseLocated(where, text).positions());
    } catch (FormatException e) {
      return Locator.START;
    }
  }
}
