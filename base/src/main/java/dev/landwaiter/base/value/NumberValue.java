package dev.landwaiter.base.value;

import java.math.BigDecimal;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// A number of any size that keeps the text it was written with.
///
/// Numbers that fit a `long` and are written as plain integers are compared without big arithmetic,
/// and short decimals such as `7.5` are read without it: setting up the JDK's big decimals takes a
/// short run some milliseconds.
public final class NumberValue implements Value {
  private static final NumberValue[] FEW = new NumberValue[1280];

  static {
    for (int i = 0; i < FEW.length; i++) {
      FEW[i] = new NumberValue(null, true, i - 256);
    }
  }

  private @Nullable String text;
  private final boolean small;
  private final long number;
  private @Nullable BigDecimal big;

  private NumberValue(@Nullable String text, boolean small, long number) {
    this.text = text;
    this.small = small;
    this.number = number;
  }

  public static NumberValue of(long number) {
    return number >= -256 && number < 1024
        ? FEW[(int) number + 256]
        : new NumberValue(null, true, number);
  }

  /// Reads a number in JSON's syntax.
  ///
  /// @throws NumberFormatException when the text is no number
  public static NumberValue of(String text) {
    if (text.length() < 19 && isInteger(text)) {
      return new NumberValue(text, true, Long.parseLong(text));
    }
    if (text.length() < 19 && isDecimal(text)) {
      return new NumberValue(text, false, 0);
    }
    var value = new NumberValue(text, false, 0);
    value.big = new BigDecimal(text);
    return value;
  }

  /// Digits, a point and digits.
  private static boolean isDecimal(String text) {
    int point = text.indexOf('.');
    return point > 0
        && isInteger(text.substring(0, point))
        && point + 1 < text.length()
        && text.charAt(point + 1) != '-'
        && isInteger(text.substring(point + 1));
  }

  private static boolean isInteger(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    if (text.length() == start) {
      return false;
    }
    for (int i = start; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /// The number as it was written.
  public String text() {
    String known = text;
    if (known == null) {
      known = Long.toString(number);
      text = known;
    }
    return known;
  }

  /// Whether this is an integer of 64 bits written plainly, so that [#plain] tells it.
  public boolean isPlain() {
    return small;
  }

  /// The number when [#isPlain].
  public long plain() {
    return number;
  }

  public BigDecimal toBigDecimal() {
    var known = big;
    if (known == null) {
      known = small ? BigDecimal.valueOf(number) : new BigDecimal(text());
      big = known;
    }
    return known;
  }

  /// The nearest double; zero has no sign, as in [#toBigDecimal].
  public double toDouble() {
    return small ? (double) number : Double.parseDouble(text()) + 0.0;
  }

  /// The value as a `long`, or empty when it has a fraction or does not fit.
  public OptionalLong toLong() {
    if (small) {
      return OptionalLong.of(number);
    }
    try {
      return (long) toBigDecimal().precision() - toBigDecimal().scale() > 19
          ? OptionalLong.empty()
          : OptionalLong.of(toBigDecimal().longValueExact());
    } catch (ArithmeticException e) {
      return OptionalLong.empty();
    }
  }

  @Override
  public int rank() {
    return 2;
  }

  @Override
  public int compareSameKind(Value other) {
    var that = (NumberValue) other;
    return small && that.small
        ? Long.compare(number, that.number)
        : toBigDecimal().compareTo(that.toBigDecimal());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NumberValue that
        && ((small && that.small) ? number == that.number : compareSameKind(that) == 0);
  }

  @Override
  public int hashCode() {
    return (small && number == (int) number) ? (int) number : big(toDouble());
  }

  @Override
  public String toString() {
    return text();
  }

  /// Equal numbers have equal nearest doubles, however they are written.
  private static int big(double nearest) {
    int whole = (int) nearest;
    return whole == nearest ? whole : Double.hashCode(nearest);
  }
}
