package dev.landwaiter.rego.builtin.number;

import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// Numbers as what is calculated with: integers of any size, or binary floats. Numbers written with
/// so great an exponent that calculating would take minutes end the evaluation.
public final class Exact {
  /// Decimal places before or behind the point that are calculated with.
  private static final int PLACES = 200_000;

  /// Bits of an integer with [#PLACES] digits.
  static final long BITS = PLACES * 10L / 3;

  private Exact() {}

  /// The integer that a number is, however it is written (`1e3`, `2.0`), or null for a fraction.
  ///
  /// @throws BuiltinException when it has more than 200,000 digits
  public static @Nullable BigInteger integer(NumberValue number) throws BuiltinException {
    if (number.isPlain()) {
      return BigInteger.valueOf(number.plain());
    }
    BigDecimal decimal = number.toBigDecimal();
    if (decimal.signum() == 0) {
      return BigInteger.ZERO;
    }
    if (decimal.scale() > 0 && decimal.stripTrailingZeros().scale() > 0) {
      return null;
    }
    bound(decimal);
    return decimal.toBigInteger();
  }

  /// An operand that must be an integer of any size.
  static BigInteger integer(Value[] arguments, int index) throws BuiltinException {
    if (!(arguments[index] instanceof NumberValue number)) {
      throw Operands.wrong(index + 1, arguments[index], "integer");
    }
    BigInteger integer = integer(number);
    if (integer == null) {
      throw Operands.notInteger(index + 1);
    }
    return integer;
  }

  static BinaryFloat binary(NumberValue number) throws BuiltinException {
    if (number.isPlain()) {
      return BinaryFloat.exact(BigInteger.valueOf(number.plain()));
    }
    bound(number.toBigDecimal());
    return BinaryFloat.of(number.toBigDecimal());
  }

  private static void bound(BigDecimal decimal) throws BuiltinException {
    if (Math.abs((long) decimal.precision() - decimal.scale()) > PLACES
        || Math.abs((long) decimal.scale()) > PLACES) {
      throw BuiltinException.halt(
          "a number with more than the " + PLACES + " decimal places allowed in arithmetic");
    }
  }

  /// The value of an integer.
  public static NumberValue number(BigInteger integer) throws BuiltinException {
    if (integer.bitLength() < Long.SIZE) {
      return NumberValue.of(integer.longValue());
    }
    if (integer.bitLength() > BITS) {
      throw BuiltinException.halt(
          "an integer of more than the " + PLACES + " decimal digits allowed");
    }
    return NumberValue.of(integer.toString());
  }

  static NumberValue number(BinaryFloat binary) {
    return NumberValue.of(binary.text());
  }
}
