package dev.landwaiter.rego.builtin;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.util.OptionalLong;

/// Reads operands by kind, with the error texts of section 11.4. Indexes count from 0, texts from
/// 1.
public final class Operands {
  /// More characters than the digits of any 64-bit number have no integer's short form.
  private static final int LONGEST_INTEGER = 19;

  private Operands() {}

  /// The name of a value's kind: `null boolean number string array object set`.
  public static String kind(Value value) {
    return switch (value) {
      case NullValue _ -> "null";
      case BooleanValue _ -> "boolean";
      case NumberValue _ -> "number";
      case StringValue _ -> "string";
      case ArrayValue _ -> "array";
      case ObjectValue _ -> "object";
      case SetValue _ -> "set";
    };
  }

  public static String string(Value[] arguments, int index) throws BuiltinException {
    if (arguments[index] instanceof StringValue string) {
      return string.text();
    }
    throw mustBe(index, "string", arguments[index]);
  }

  public static NumberValue number(Value[] arguments, int index) throws BuiltinException {
    if (arguments[index] instanceof NumberValue number) {
      return number;
    }
    throw mustBe(index, "number", arguments[index]);
  }

  public static boolean flag(Value[] arguments, int index) throws BuiltinException {
    if (arguments[index] instanceof BooleanValue(boolean flag)) {
      return flag;
    }
    throw mustBe(index, "boolean", arguments[index]);
  }

  public static ArrayValue array(Value[] arguments, int index) throws BuiltinException {
    if (arguments[index] instanceof ArrayValue array) {
      return array;
    }
    throw mustBe(index, "array", arguments[index]);
  }

  public static SetValue set(Value[] arguments, int index) throws BuiltinException {
    if (arguments[index] instanceof SetValue set) {
      return set;
    }
    throw mustBe(index, "set", arguments[index]);
  }

  public static ObjectValue object(Value[] arguments, int index) throws BuiltinException {
    if (arguments[index] instanceof ObjectValue object) {
      return object;
    }
    throw mustBe(index, "object", arguments[index]);
  }

  /// An integer of 64 bits; see [#integer(NumberValue)].
  public static long integer(Value[] arguments, int index) throws BuiltinException {
    NumberValue number = number(arguments, index);
    OptionalLong integer = integer(number);
    if (integer.isPresent()) {
      return integer.getAsLong();
    }
    throw notInteger(index);
  }

  /// A number written as an integer in at most 19 characters behind its sign, maybe with a point
  /// and zeros (`2.0`); empty for any other text, such as `1e1` (section 2.2).
  public static OptionalLong integer(NumberValue number) {
    if (number.isPlain()) {
      return OptionalLong.of(number.plain());
    }
    String text = number.text();
    int start = text.startsWith("-") ? 1 : 0;
    int point = text.indexOf('.');
    int end = point < 0 ? text.length() : point;
    if (text.length() - start > LONGEST_INTEGER || end == start) {
      return OptionalLong.empty();
    }
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (i == point ? false : i > end ? c != '0' : c < '0' || c > '9') {
        return OptionalLong.empty();
      }
    }
    try {
      return OptionalLong.of(Long.parseLong(text, 0, end, 10));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /// `operand N must be WANTED but got KIND`.
  public static BuiltinException mustBe(int index, String wanted, Value got) {
    return wrong(index, "must be " + wanted + " but got " + kind(got));
  }

  /// `operand N must be one of {A, B} but got KIND`.
  public static BuiltinException mustBeOneOf(int index, String wanted, Value got) {
    return mustBe(index, "one of {" + wanted + "}", got);
  }

  /// `operand N must be array of WANTEDs but got array containing KIND`.
  public static BuiltinException mustHold(int index, Value composite, String wanted, Value got) {
    String kind = kind(composite);
    return wrong(
        index,
        "must be " + kind + " of " + wanted + "s but got " + kind + " containing " + kind(got));
  }

  /// `operand N must be array of (any of) {A, B} but got array containing KIND`.
  public static BuiltinException mustHoldAnyOf(
      int index, Value composite, String wanted, Value got) {
    String kind = kind(composite);
    return wrong(
        index,
        "must be %s of (any of) {%s} but got %s containing %s"
            .formatted(kind, wanted, kind, kind(got)));
  }

  /// `operand N must be integer number but got floating-point number`.
  public static BuiltinException notInteger(int index) {
    return wrong(index, "must be integer number but got floating-point number");
  }

  /// `operand N …`.
  public static BuiltinException wrong(int index, String text) {
    return BuiltinException.type("operand " + (index + 1) + " " + text);
  }
}
