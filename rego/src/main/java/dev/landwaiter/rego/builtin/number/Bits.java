package dev.landwaiter.rego.builtin.number;

import static dev.landwaiter.rego.type.Type.NUMBER;

import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.builtin.Operation;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.type.Declaration;
import java.math.BigInteger;
import java.util.List;
import java.util.function.BinaryOperator;

/// `bits.*`: integers of any size in two's complement.
public final class Bits {
  private Bits() {}

  public static List<Builtin> all() {
    return List.of(
        new Builtin(binary("bits.and", "y"), combining(BigInteger::and)),
        new Builtin(binary("bits.or", "y"), combining(BigInteger::or)),
        new Builtin(binary("bits.xor", "y"), combining(BigInteger::xor)),
        new Builtin(binary("bits.lsh", "s"), Bits::left),
        new Builtin(binary("bits.rsh", "s"), Bits::right),
        new Builtin(
            Declaration.of("bits.negate").takes("x", NUMBER).gives(NUMBER),
            (_, arguments) -> Exact.number(Exact.integer(arguments, 0).not())));
  }

  private static Declaration binary(String name, String second) {
    return Declaration.of(name).takes("x", NUMBER).takes(second, NUMBER).gives(NUMBER);
  }

  private static Operation combining(BinaryOperator<BigInteger> operator) {
    return (_, arguments) ->
        Exact.number(operator.apply(Exact.integer(arguments, 0), Exact.integer(arguments, 1)));
  }

  private static Value left(Surroundings surroundings, Value[] arguments) throws BuiltinException {
    BigInteger number = Exact.integer(arguments, 0);
    BigInteger shift = shift(arguments);
    if (number.signum() == 0) {
      return NumberValue.of(0);
    }
    if (shift.bitLength() > Integer.SIZE || shift.longValue() > Exact.BITS) {
      throw BuiltinException.halt(
          "a shift by more than the " + Exact.BITS + " bits allowed in arithmetic");
    }
    return Exact.number(number.shiftLeft(shift.intValue()));
  }

  private static Value right(Surroundings surroundings, Value[] arguments) throws BuiltinException {
    BigInteger number = Exact.integer(arguments, 0);
    BigInteger shift = shift(arguments);
    return shift.bitLength() >= Integer.SIZE
        ? NumberValue.of(number.signum() < 0 ? -1 : 0)
        : Exact.number(number.shiftRight(shift.intValue()));
  }

  private static BigInteger shift(Value[] arguments) throws BuiltinException {
    BigInteger shift = Exact.integer(arguments, 1);
    if (shift.signum() < 0) {
      throw Operands.refused(2, "must be an unsigned integer number but got a negative integer");
    }
    return shift;
  }
}
