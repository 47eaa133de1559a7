package dev.landwaiter.policy.input.data;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.format.Positions;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.Locator;
import dev.landwaiter.policy.input.GoNumbers;
import dev.landwaiter.policy.input.InputFormat;
import java.util.Arrays;
import java.util.Optional;

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
    Value value;
    try {
      value = Json.parse(where, text);
    } catch (FormatException e) {
      Problem problem = e.problem();
      throw isTemplate(text)
          ? new FormatException(
              new Problem(where, problem.position(), problem.message(), YamlProblem.TEMPLATE))
          : e;
    }
    try {
      Value numbers = GoNumbers.in(value);
      return LoneSurrogates.mayBeIn(text) ? LoneSurrogates.replaced(numbers) : numbers;
    } catch (ArithmeticException e) {
      var located = Json.parseLocated(where, text);
      Optional<Position> at = tooLarge(located.root(), located.positions());
      throw new FormatException(new Problem(where, at, String.valueOf(e.getMessage()), ""));
    }
  }

  private static boolean isTemplate(byte[] text) {
    for (int i = 1; i < text.length; i++) {
      if (text[i] == '{' && text[i - 1] == '{') {
        return true;
      }
    }
    return false;
  }

  /// Where the first number stands that is beyond the range of floats.
  private static Optional<Position> tooLarge(Value value, Positions positions) {
    switch (value) {
      case NumberValue number -> {
        try {
          var _ = GoNumbers.in(number);
        } catch (ArithmeticException e) {
          return Optional.of(positions.start());
        }
      }
      case ArrayValue array -> {
        for (int i = 0; i < array.elements().size(); i++) {
          var found = tooLarge(array.elements().get(i), positions.elements().get(i));
          if (found.isPresent()) {
            return found;
          }
        }
      }
      case ObjectValue object -> {
        for (int i = 0; i < object.size(); i++) {
          Positions below = positions.member(object.keyAt(i).asText()).orElse(positions);
          var found = tooLarge(object.valueAt(i), below);
          if (found.isPresent()) {
            return found;
          }
        }
      }
      default -> {}
    }
    return Optional.empty();
  }

  /// The text without a byte order mark, which takes no column.
  private static byte[] unmarked(byte[] text) {
    boolean marked =
        text.length > 2
            && text[0] == (byte) 0xef
            && text[1] == (byte) 0xbb
            && text[2] == (byte) 0xbf;
    return marked ? Arrays.copyOfRange(text, 3, text.length) : text;
  }

  static Locator places(String where, byte[] text) {
    try {
      return Locator.of(Json.parseLocated(where, unmarked(text)).positions());
    } catch (FormatException e) {
      return Locator.START;
    }
  }
}
