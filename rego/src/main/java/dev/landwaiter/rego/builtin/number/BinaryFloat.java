package dev.landwaiter.rego.builtin.number;

import java.math.BigDecimal;
import java.math.BigInteger;

/// A binary floating-point number with a mantissa of 64 bits, rounded half to even, and an exponent
/// without practical limit (section 2.2).
final class BinaryFloat {
  /// Bits of the mantissa.
  static final int BITS = 64;

  static final BinaryFloat ZERO = new BinaryFloat(false, BigInteger.ZERO, 0);
  static final BinaryFloat ONE = exact(BigInteger.ONE);
  static final BinaryFloat HALF = new BinaryFloat(false, ONE.mantissa, ONE.exponent - 1);

  /// Bits that two addends may lie apart before the smaller one only matters as a direction.
  private static final int APART = 3 * BITS;

  private final boolean negative;

  /// Zero, or a number of exactly [#BITS] bits.
  private final BigInteger mantissa;

  private final int exponent;

  private BinaryFloat(boolean negative, BigInteger mantissa, int exponent) {
    this.negative = negative;
    this.mantissa = mantissa;
    this.exponent = exponent;
  }

  /// The nearest number to an integer.
  static BinaryFloat exact(BigInteger integer) {
    return rounded(integer.signum() < 0, integer.abs(), 0, false);
  }

  /// The nearest number to a decimal.
  static BinaryFloat of(BigDecimal decimal) {
    BigInteger digits = decimal.unscaledValue();
    if (decimal.scale() <= 0) {
      return exact(digits.multiply(BigInteger.TEN.pow(-decimal.scale())));
    }
    return quotient(digits.signum() < 0, digits.abs(), BigInteger.TEN.pow(decimal.scale()), 0);
  }

  private static BinaryFloat quotient(
      boolean negative, BigInteger dividend, BigInteger divisor, int exponent) {
    int shift = Math.max(0, BITS + 2 + divisor.bitLength() - dividend.bitLength());
    BigInteger[] parts = dividend.shiftLeft(shift).divideAndRemainder(divisor);
    return rounded(negative, parts[0], exponent - shift, parts[1].signum() != 0);
  }

  /// @param more whether the magnitude is a little greater than said; only with more than 64 bits
  private static BinaryFloat rounded(
      boolean negative, BigInteger magnitude, int exponent, boolean more) {
    if (magnitude.signum() == 0) {
      return new BinaryFloat(negative, BigInteger.ZERO, 0);
    }
    int surplus = magnitude.bitLength() - BITS;
    if (surplus <= 0) {
      return new BinaryFloat(negative, magnitude.shiftLeft(-surplus), exponent + surplus);
    }
    BigInteger kept = magnitude.shiftRight(surplus);
    boolean half = magnitude.testBit(surplus - 1);
    boolean beyond = more || magnitude.getLowestSetBit() < surplus - 1;
    if (half && (beyond || kept.testBit(0))) {
      kept = kept.add(BigInteger.ONE);
      if (kept.bitLength() > BITS) {
        return new BinaryFloat(negative, kept.shiftRight(1), exponent + surplus + 1);
      }
    }
    return new BinaryFloat(negative, kept, exponent + surplus);
  }

  BinaryFloat plus(BinaryFloat that) {
    if (isZero() || that.isZero()) {
      return that.isZero() ? isZero() && !that.negative ? that : this : that;
    }
    if (exponent < that.exponent) {
      return that.plus(this);
    }
    int apart = exponent - that.exponent;
    BigInteger smaller = that.mantissa;
    if (apart > APART) {
      apart = APART;
      smaller = BigInteger.ONE;
    }
    BigInteger sum =
        signed(mantissa.shiftLeft(apart), negative).add(signed(smaller, that.negative));
    return rounded(sum.signum() < 0, sum.abs(), exponent - apart, false);
  }

  BinaryFloat minus(BinaryFloat that) {
    return plus(new BinaryFloat(!that.negative, that.mantissa, that.exponent));
  }

  BinaryFloat times(BinaryFloat that) {
    return rounded(
        negative != that.negative,
        mantissa.multiply(that.mantissa),
        exponent + that.exponent,
        false);
  }

  /// The quotient; the divisor is not zero.
  BinaryFloat over(BinaryFloat that) {
    return quotient(negative != that.negative, mantissa, that.mantissa, exponent - that.exponent);
  }

  BinaryFloat magnitude() {
    return new BinaryFloat(false, mantissa, exponent);
  }

  private static BigInteger signed(BigInteger magnitude, boolean negative) {
    return negative ? magnitude.negate() : magnitude;
  }

  boolean isZero() {
    return mantissa.signum() == 0;
  }

  boolean isNegative() {
    return negative;
  }

  boolean isIntegral() {
    return exponent >= 0 || isZero() || mantissa.getLowestSetBit() >= -exponent;
  }

  /// The integer part.
  BigInteger truncated() {
    return signed(
        exponent >= 0 ? mantissa.shiftLeft(exponent) : mantissa.shiftRight(-exponent), negative);
  }

  /// The fewest digits that identify the number: all places without exponent for an integral one,
  /// else with an exponent when it is below -4 or at least 6.
  String text() {
    if (isZero()) {
      return negative ? "-0" : "0";
    }
    var digits = ShortestDigits.of(mantissa, exponent);
    String text = isIntegral() || digits.isPlainByDefault() ? digits.plain() : digits.scientific();
    return negative ? "-" + text : text;
  }
}
