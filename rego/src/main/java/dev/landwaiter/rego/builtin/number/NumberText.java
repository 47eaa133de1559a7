package dev.landwaiter.rego.builtin.number;

import static dev.landwaiter.rego.type.Type.BOOLEAN;
import static dev.landwaiter.rego.type.Type.NULL;
import static dev.landwaiter.rego.type.Type.NUMBER;
import static dev.landwaiter.rego.type.Type.STRING;

import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.syntax.ValueText;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;

/// `format_int` and `to_number`.
public final class NumberText {
  private NumberText() {}

  public static List<Builtin> all() {
    return List.of(
        new Builtin(
            Declaration.of("format_int")
                .takes("number", NUMBER)
                .takes("base", NUMBER)
                .gives(STRING),
            NumberText::format),
        new Builtin(
            Declaration.of("to_number")
                .takes("value", Type.any(NULL, BOOLEAN, NUMBER, STRING))
                .gives(NUMBER),
            NumberText::toNumber));
  }

  private static Value format(Surroundings surroundings, Value[] arguments)
      throws BuiltinException {
    NumberValue number = Operands.number(arguments, 0);
    int base =
        switch (Operands.number(arguments, 1).text()) {
          case "2" -> 2;
          case "8" -> 8;
          case "10" -> 10;
          case "16" -> 16;
          default -> throw Operands.refused(2, "must be one of {2, 8, 10, 16}");
        };
    if (number.isPlain()) {
      return new StringValue(Long.toString(number.plain(), base));
    }
    BigInteger integer = isDigits(number.text()) ? Exact.integer(number) : null;
    BigInteger shown = integer == null ? Exact.binary(number).truncated() : integer;
    return new StringValue(shown.toString(base));
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && !(i == 0 && c == '-')) {
        return false;
      }
    }
    return true;
  }

  private static Value toNumber(Surroundings surroundings, Value[] arguments)
      throws BuiltinException {
    return switch (arguments[0]) {
      case NullValue _ -> NumberValue.of(0);
      case BooleanValue(boolean flag) -> NumberValue.of(flag ? 1 : 0);
      case NumberValue number -> number;
      case StringValue string -> parse(string);
      default -> throw Operands.wrong(1, arguments[0], "null", "boolean", "number", "string");
    };
  }

  private static NumberValue parse(StringValue string) throws BuiltinException {
    String text = string.text();
    int start = 0;
    while (start < text.length() && "+-".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    String lower = text.substring(start).toLowerCase(Locale.ROOT);
    if (lower.equals("inf") || lower.equals("infinity") || lower.equals("nan")) {
      throw Operands.wrong(1, string, "valid number string");
    }
    var literal = FloatLiteral.parse(text);
    if (literal.isEmpty()) {
      throw failure(text, "invalid syntax");
    }
    if (literal.get().isTooGreat()) {
      throw failure(text, "value out of range");
    }
    return literal.get().number();
  }

  private static BuiltinException failure(String text, String what) {
    return BuiltinException.failure(
        "strconv.ParseFloat: parsing " + ValueText.quoted(text) + ": " + what);
  }
}
