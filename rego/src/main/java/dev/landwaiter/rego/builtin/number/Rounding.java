package dev.landwaiter.rego.builtin.number;

import static dev.landwaiter.rego.type.Type.NUMBER;

import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.type.Declaration;
import java.math.BigInteger;
import java.util.List;

/// `abs`, `ceil`, `floor` and `round`, through [BinaryFloat] for all but plain integers (2.2).
public final class Rounding {
  private Rounding() {}

  public static List<Builtin> all() {
    return List.of(
        new Builtin(unary("abs"), Rounding::magnitude),
        new Builtin(unary("ceil"), Rounding::ceiling),
        new Builtin(unary("floor"), Rounding::floor),
        new Builtin(unary("round"), Rounding::nearest));
  }

  private static Declaration unary(String name) {
    return Declaration.of(name).takes("x", NUMBER).gives(NUMBER);
  }

  private static Value magnitude(Surroundings surroundings, Value[] arguments)
      throws BuiltinException {
    NumberValue x = Operands.number(arguments, 0);
    return x.isPlain() && x.plain() != Long.MIN_VALUE
        ? NumberValue.of(Math.abs(x.plain()))
        : Exact.number(Exact.binary(x).magnitude());
  }

  private static Value ceiling(Surroundings surroundings, Value[] arguments)
      throws BuiltinException {
    NumberValue x = Operands.number(arguments, 0);
    if (x.isPlain()) {
      return NumberValue.of(x.plain());
    }
    BinaryFloat binary = Exact.binary(x);
    BigInteger whole = binary.truncated();
    return Exact.number(
        binary.isNegative() || binary.isIntegral() ? whole : whole.add(BigInteger.ONE));
  }

  private static Value floor(Surroundings surroundings, Value[] arguments) throws BuiltinException {
    NumberValue x = Operands.number(arguments, 0);
    if (x.isPlain()) {
      return NumberValue.of(x.plain());
    }
    BinaryFloat binary = Exact.binary(x);
    BigInteger whole = binary.truncated();
    return Exact.number(
        binary.isNegative() && !binary.isIntegral() ? whole.subtract(BigInteger.ONE) : whole);
  }

  /// Half away from zero.
  private static Value nearest(Surroundings surroundings, Value[] arguments)
      throws BuiltinException {
    NumberValue x = Operands.number(arguments, 0);
    if (x.isPlain()) {
      return NumberValue.of(x.plain());
    }
    BinaryFloat binary = Exact.binary(x);
    BinaryFloat moved =
        binary.isNegative() ? binary.minus(BinaryFloat.HALF) : binary.plus(BinaryFloat.HALF);
    return Exact.number(moved.truncated());
  }
}
