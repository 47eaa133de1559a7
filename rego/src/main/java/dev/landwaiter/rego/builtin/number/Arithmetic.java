package dev.landwaiter.rego.builtin.number;

import static dev.landwaiter.rego.type.Type.NUMBER;

import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.math.BigInteger;
import java.util.List;

/// The operators `+ - * / %`: exact for integers of any size, else in [BinaryFloat].
public final class Arithmetic {
  private Arithmetic() {}

  public static List<Builtin> all() {
    Type either = Type.any(NUMBER, Type.set(Type.ANY));
    return List.of(
        new Builtin(binary("plus", "+"), Arithmetic::plus),
        new Builtin(
            Declaration.of("minus")
                .takes("x", either)
                .takes("y", either)
                .gives(either)
                .written("-"),
            Arithmetic::minus),
        new Builtin(binary("mul", "*"), Arithmetic::times),
        new Builtin(binary("div", "/"), Arithmetic::over),
        new Builtin(binary("rem", "%"), Arithmetic::remainder));
  }

  private static Declaration binary(String name, String operator) {
    return Declaration.of(name)
        .takes("x", NUMBER)
        .takes("y", NUMBER)
        .gives(NUMBER)
        .written(operator);
  }

  private static Value plus(Surroundings surroundings, Value[] arguments) throws BuiltinException {
    return plus(Operands.number(arguments, 0), Operands.number(arguments, 1));
  }

  static NumberValue plus(NumberValue x, NumberValue y) throws BuiltinException {
    if (x.isPlain() && y.isPlain()) {
      long sum = x.plain() + y.plain();
      if (((x.plain() ^ sum) & (y.plain() ^ sum)) >= 0) {
        return NumberValue.of(sum);
      }
    }
    BigInteger left = Exact.integer(x);
    BigInteger right = Exact.integer(y);
    return left != null && right != null
        ? Exact.number(left.add(right))
        : Exact.number(Exact.binary(x).plus(Exact.binary(y)));
  }

  private static Value minus(Surroundings surroundings, Value[] arguments) throws BuiltinException {
    if (arguments[0] instanceof SetValue left) {
      return difference(left, Operands.set(arguments, 1));
    }
    if (!(arguments[0] instanceof NumberValue left)) {
      throw Operands.wrong(1, arguments[0], "number", "set");
    }
    return minus(left, Operands.number(arguments, 1));
  }

  private static NumberValue minus(NumberValue x, NumberValue y) throws BuiltinException {
    if (x.isPlain() && y.isPlain()) {
      long difference = x.plain() - y.plain();
      if (((x.plain() ^ y.plain()) & (x.plain() ^ difference)) >= 0) {
        return NumberValue.of(difference);
      }
    }
    BigInteger left = Exact.integer(x);
    BigInteger right = Exact.integer(y);
    return left != null && right != null
        ? Exact.number(left.subtract(right))
        : Exact.number(Exact.binary(x).minus(Exact.binary(y)));
  }

  /// The values of the first set that are not in the second.
  public static SetValue difference(SetValue left, SetValue right) {
    var rest = new SetValue.Draft();
    for (int i = 0; i < left.size(); i++) {
      Value value = left.unsorted(i);
      if (!right.contains(value)) {
        rest.add(value);
      }
    }
    return rest.finish();
  }

  private static Value times(Surroundings surroundings, Value[] arguments) throws BuiltinException {
    return times(Operands.number(arguments, 0), Operands.number(arguments, 1));
  }

  static NumberValue times(NumberValue x, NumberValue y) throws BuiltinException {
    if (x.isPlain() && y.isPlain()) {
      long high = Math.multiplyHigh(x.plain(), y.plain());
      long low = x.plain() * y.plain();
      if ((high == 0 && low >= 0) || (high == -1 && low < 0)) {
        return NumberValue.of(low);
      }
    }
    BigInteger left = Exact.integer(x);
    BigInteger right = Exact.integer(y);
    return left != null && right != null
        ? Exact.number(left.multiply(right))
        : Exact.number(Exact.binary(x).times(Exact.binary(y)));
  }

  private static Value over(Surroundings surroundings, Value[] arguments) throws BuiltinException {
    NumberValue x = Operands.number(arguments, 0);
    NumberValue y = Operands.number(arguments, 1);
    if (y.isPlain() ? y.plain() == 0 : y.toBigDecimal().signum() == 0) {
      throw BuiltinException.failure("divide by zero");
    }
    if (x.isPlain() && y.isPlain() && y.plain() != -1 && x.plain() % y.plain() == 0) {
      return NumberValue.of(x.plain() / y.plain());
    }
    return Exact.number(Exact.binary(x).over(Exact.binary(y)));
  }

  private static Value remainder(Surroundings surroundings, Value[] arguments)
      throws BuiltinException {
    NumberValue x = Operands.number(arguments, 0);
    NumberValue y = Operands.number(arguments, 1);
    if (x.isPlain() && y.isPlain() && y.plain() != 0) {
      return NumberValue.of(x.plain() % y.plain());
    }
    BigInteger left = Exact.integer(x);
    BigInteger right = Exact.integer(y);
    if (left == null || right == null) {
      throw BuiltinException.failure("modulo on floating-point number");
    }
    if (right.signum() == 0) {
      throw BuiltinException.failure("modulo by zero");
    }
    return Exact.number(left.remainder(right));
  }
}
