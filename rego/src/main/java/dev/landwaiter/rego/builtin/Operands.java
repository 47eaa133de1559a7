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

/// Arguments as what a function takes, or the error that names what it got instead. Indexes count
/// from 0, the positions in the texts from 1.
public final class Operands {
  private Operands() {}

  public static String string(Value[] arguments, int index) throws BuiltinException {
    if (arguments[index] instanceof StringValue string) {
      return string.text();
    }
    throw wrong(index + 1, arguments[index], "string");
  }

  public static NumberValue number(Value[] arguments, int index) throws BuiltinException {
    if (arguments[index] instanceof NumberValue number) {
      return number;
    }
    throw wrong(index + 1, arguments[index], "number");
  }

  /// An integer of 64 bits, written as one (see [#plainInteger]).
  public static long integer(Value[] arguments, int index) throws BuiltinException {
    var integer = plainInteger(number(arguments, index));
    if (integer.isEmpty()) {
      throw notInteger(index + 1);
    }
    return integer.getAsLong();
  }

  public static boolean flag(Value[] arguments, int index) throws BuiltinException {
    if (arguments[index] instanceof BooleanValue flag) {
      return flag.flag();
    }
    throw wrong(index + 1, arguments[index], "boolean");
  }

  public static ArrayValue array(Value[] arguments, int index) throws BuiltinException {
    if (arguments[index] instanceof ArrayValue array) {
      return array;
    }
    throw wrong(index + 1, arguments[index], "array");
  }

  public static ObjectValue object(Value[] arguments, int index) throws BuiltinException {
    if (arguments[index] instanceof ObjectValue object) {
      return object;
    }
    throw wrong(index + 1, arguments[index], "object");
  }

  public static SetValue set(Value[] arguments, int index) throws BuiltinException {
    if (arguments[index] instanceof SetValue set) {
      return set;
    }
    throw wrong(index + 1, arguments[index], "set");
  }

  /// The error `operand N must be T but got K`, or `must be one of {T1, T2}` for several.
  public static BuiltinException wrong(int position, Value found, String... expected) {
    String what =
        expected.length == 1 ? expected[0] : "one of {" + String.join(", ", expected) + "}";
    return refused(position, "must be " + what + " but got " + kind(found));
  }

  /// The error `operand N must be array of Ts but got array containing K`, or `must be array of
  /// (any of) {T1, T2} …` for several.
  public static BuiltinException wrongElement(
      int position, Value composite, Value found, String... expected) {
    String of =
        expected.length == 1 ? expected[0] + "s" : "(any of) {" + String.join(", ", expected) + "}";
    String kind = kind(composite);
    return refused(
        position,
        "must be " + kind + " of " + of + " but got " + kind + " containing " + kind(found));
  }

  /// The error `operand N must be integer number but got floating-point number`.
  public static BuiltinException notInteger(int position) {
    return refused(position, "must be integer number but got floating-point number");
  }

  /// The error `operand N …`.
  public static BuiltinException refused(int position, String text) {
    return BuiltinException.type("operand " + position + " " + text);
  }

  /// The name of a value's type.
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

  /// A number as an integer of 64 bits when its text is a sign and at most 19 characters: digits,
  /// and behind a point nothing but zeros (reference 2.2).
  public static OptionalLong plainInteger(NumberValue number) {
    if (number.isPlain()) {
      return OptionalLong.of(number.plain());
    }
    String text = number.text();
    int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    if (text.length() - start > 19) {
      return OptionalLong.empty();
    }
    int point = text.indexOf('.');
    int end = point < 0 ? text.length() : point;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (i != point && (c < '0' || c > (i < end ? '9' : '0'))) {
        return OptionalLong.empty();
      }
    }
    try {
      return OptionalLong.of(end == start ? 0 : Long.parseLong(text.substring(0, end)));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
