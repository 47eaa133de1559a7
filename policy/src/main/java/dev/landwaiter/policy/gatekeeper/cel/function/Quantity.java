package dev.landwaiter.policy.gatekeeper.cel.function;

import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// An amount as Kubernetes writes it: `1.5`, `100m`, `4Gi`, `12e6`.
///
/// @param amount at most nine digits behind the point
record Quantity(BigDecimal amount) implements Item.Opaque {
  static final String FORMAT =
      "quantities must match the regular expression"
          + " '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
  static final String SUFFIX = "unable to parse quantity's suffix";
  static final String NUMBER = "unable to parse numeric part of quantity";

  private static final int MOST_CHARACTERS = 400;
  private static final int MOST_EXPONENT = 400;
  private static final int NANO = 9;
  private static final String SUFFIX_LETTERS = "eEinumkKMGTP";
  private static final String SMALL = "num";
  private static final String LARGE = " kMGTPE";
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  /// Reads an amount; a [Item.Failure] when it is none.
  static Item parse(String text) {
    int number = numberEnd(text);
    int letters = number;
    while (letters < text.length() && SUFFIX_LETTERS.indexOf(text.charAt(letters)) >= 0) {
      letters++;
    }
    int end = letters;
    if (end < text.length() && (text.charAt(end) == '-' || text.charAt(end) == '+')) {
      end++;
    }
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    if (text.isEmpty() || end < text.length() || text.length() > MOST_CHARACTERS) {
      return new Item.Failure(FORMAT);
    }
    String suffix = text.substring(number);
    BigDecimal factor = factor(suffix);
    if (factor == null) {
      return new Item.Failure(SUFFIX);
    }
    BigDecimal digits = digits(text.substring(0, number));
    return digits == null
        ? new Item.Failure(NUMBER)
        : new Quantity(bounded(digits.multiply(factor), suffix.endsWith("i")));
  }

  private static BigDecimal bounded(BigDecimal amount, boolean binary) {
    BigDecimal rounded = amount.scale() > NANO ? amount.setScale(NANO, RoundingMode.UP) : amount;
    return binary && rounded.compareTo(MOST) > 0 ? MOST : rounded;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// Behind the sign, the digits and a point.
  private static int numberEnd(String text) {
    int i = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    boolean point = false;
    while (i < text.length() && (isDigit(text.charAt(i)) || (text.charAt(i) == '.' && !point))) {
      point |= text.charAt(i) == '.';
      i++;
    }
    return i;
  }

  private static @Nullable BigDecimal digits(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable BigDecimal factor(String suffix) {
    if (suffix.isEmpty()) {
      return BigDecimal.ONE;
    }
    char first = suffix.charAt(0);
    if (suffix.length() == 1) {
      int small = SMALL.indexOf(first);
      int large = LARGE.indexOf(first);
      return small >= 0
          ? BigDecimal.ONE.scaleByPowerOfTen(3 * small - 9)
          : large > 0 ? BigDecimal.ONE.scaleByPowerOfTen(3 * large) : null;
    }
    if (suffix.length() == 2 && suffix.charAt(1) == 'i') {
      int power = " KMGTPE".indexOf(first);
      return power > 0 ? new BigDecimal(BigInteger.ONE.shiftLeft(10 * power)) : null;
    }
    if (first != 'e' && first != 'E') {
      return null;
    }
    try {
      int exponent = Integer.parseInt(suffix.substring(1));
      return Math.abs(exponent) > MOST_EXPONENT ? null : BigDecimal.ONE.scaleByPowerOfTen(exponent);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /// The amount as a whole number of 64 bits; empty when it is none.
  OptionalLong whole() {
    try {
      return OptionalLong.of(amount.longValueExact());
    } catch (ArithmeticException e) {
      return OptionalLong.empty();
    }
  }

  @Override
  public String typeName() {
    return "kubernetes.Quantity";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Quantity that && amount.compareTo(that.amount) == 0;
  }

  @Override
  public int hashCode() {
    return amount.stripTrailingZeros().hashCode();
  }
}
