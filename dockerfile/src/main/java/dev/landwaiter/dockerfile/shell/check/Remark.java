package dev.landwaiter.dockerfile.shell.check;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Problem;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.dockerfile.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Something ShellCheck says of a script.
///
/// @param script which one, counted from 0
/// @param place in the script
public record Remark(int script, Span place, Level level, int code, String message) {
  private static final String WHERE = "ShellCheck's output";

  /// Reads ShellCheck's output in the form `json1`, in which the name of each script is its number.
  ///
  /// @param first is added to these numbers
  /// @throws FormatException when it is no such output
  public static List<Remark> read(String json, int first) throws FormatException {
    var remarks = new ArrayList<Remark>();
    if (!(Json.parse(WHERE, json).get("comments").orElse(NullValue.NULL)
        instanceof ArrayValue comments)) {
      throw other("a list of comments is missing");
    }
    for (Value each : comments.elements()) {
      if (!(each instanceof ObjectValue)) {
        throw other("a comment is no object");
      }
      int line = number(each, "line");
      Span place =
          new Span(
              new Position(line, number(each, "column")),
              new Position(number(each, "endLine"), number(each, "endColumn")));
      remarks.add(
          new Remark(
              first + script(each.text("file")),
              place,
              level(each.text("level")),
              number(each, "code"),
              each.text("message")));
    }
    return remarks;
  }

  private static FormatException other(String message) {
    return new FormatException(
        new Problem(WHERE, Optional.empty(), message, "ShellCheck 0.7 and younger know this form"));
  }

  private static int script(String name) {
    int number = 0;
    for (int i = 0; i < name.length() && i < 6; i++) {
      number = 10 * number + Character.digit(name.charAt(i), 10);
    }
    return number;
  }

  private static int number(Value remark, String name) {
    return remark.get(name).orElse(NumberValue.of(1)) instanceof NumberValue number
        ? Math.clamp(number.toLong().orElse(1), 0, Integer.MAX_VALUE)
        : 1;
  }

  private static Level level(String name) {
    return switch (name) {
      case "error" -> Level.ERROR;
      case "warning" -> Level.WARNING;
      case "info" -> Level.INFO;
      default -> Level.STYLE;
    };
  }
}
