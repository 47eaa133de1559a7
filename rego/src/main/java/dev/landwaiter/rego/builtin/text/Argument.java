package dev.landwaiter.rego.builtin.text;

import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.syntax.ValueText;
import java.math.BigInteger;
import java.util.OptionalLong;

/// What the formatter takes, named as Go's types.
sealed interface Argument {
  record Small(long number) implements Argument {
    @Override
    public String type() {
      return "int64";
    }
  }

  record Big(BigInteger number) implements Argument {
    @Override
    public String type() {
      return "*big.Int";
    }
  }

  record Binary(double number) implements Argument {
    @Override
    public String type() {
      return "float64";
    }
  }

  record Text(String text) implements Argument {
    @Override
    public String type() {
      return "string";
    }
  }

  /// A text of a type of its own.
  record Named(String type, String text) implements Argument {}

  record Flag(boolean flag) implements Argument {
    @Override
    public String type() {
      return "bool";
    }
  }

  record Nothing() implements Argument {
    @Override
    public String type() {
      return "<nil>";
    }
  }

  String type();

  /// What a template gives: its own texts, numbers and booleans; numbers of its data are texts.
  static Argument ofTemplate(Object value, String type, String text) {
    return switch (value) {
      case Long number -> new Small(number);
      case Double number -> new Binary(number);
      case Boolean flag -> new Flag(flag);
      case String string -> new Text(string);
      case NullValue _ -> new Nothing();
      default -> new Named(type, text);
    };
  }

  /// Numbers by how they are written; all that is neither number nor text as Rego text.
  static Argument of(Value value) {
    if (value instanceof StringValue(String text)) {
      return new Text(text);
    }
    return value instanceof NumberValue number ? number(number) : new Text(ValueText.of(value));
  }

  private static Argument number(NumberValue number) {
    OptionalLong integer = Operands.plainInteger(number);
    if (integer.isPresent()) {
      return new Small(integer.getAsLong());
    }
    String text = number.text();
    if (text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'))) {
      return new Big(new BigInteger(text));
    }
    return text.indexOf('.') >= 0 && Double.isFinite(number.toDouble())
        ? new Binary(number.toDouble())
        : new Text(text);
  }
}
