package dev.landwaiter.rego.builtin.schema;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.schema.Schema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// Rules for numbers, and how numbers stand in messages.
final class Numbers {
  /// Digits a number in a message has at most: those of a mantissa of 64 bits.
  private static final int DIGITS = 19;

  /// Beyond so many digits a quotient is not looked for.
  private static final int RANGE = 20_000;

  private Numbers() {}

  static boolean isInteger(NumberValue number) {
    return number.isPlain() || isInteger(number.toBigDecimal());
  }

  private static boolean isInteger(BigDecimal number) {
    return number.signum() == 0 || number.scale() <= 0 || number.stripTrailingZeros().scale() <= 0;
  }

  static void check(Schema.Numbers rules, NumberValue value, String field, Findings findings) {
    BigDecimal number = value.toBigDecimal();
    if (rules.multipleOf().isPresent() && !isMultiple(number, rules.multipleOf().get())) {
      findings.add("multiple_of", field, "Must be a multiple of " + text(rules.multipleOf().get()));
    }
    if (order(number, rules.maximum()) > 0) {
      limit(findings, field, "number_lte", "less than or equal to ", rules.maximum());
    }
    if (rules.below().isPresent() && order(number, rules.below()) >= 0) {
      limit(findings, field, "number_lt", "less than ", rules.below());
    }
    if (order(number, rules.minimum()) < 0) {
      limit(findings, field, "number_gte", "greater than or equal to ", rules.minimum());
    }
    if (rules.above().isPresent() && order(number, rules.above()) <= 0) {
      limit(findings, field, "number_gt", "greater than ", rules.above());
    }
    findings.passed();
  }

  private static int order(BigDecimal number, Optional<BigDecimal> limit) {
    return limit.isPresent() ? number.compareTo(limit.get()) : 0;
  }

  private static void limit(
      Findings findings, String field, String type, String words, Optional<BigDecimal> limit) {
    findings.add(type, field, "Must be " + words + limit.map(Numbers::text).orElse(""));
  }

  private static boolean isMultiple(BigDecimal number, BigDecimal of) {
    long digits =
        Math.abs((long) number.precision() - number.scale())
            + Math.abs((long) of.precision() - of.scale())
            + number.precision()
            + of.precision();
    return digits <= RANGE && number.remainder(of).signum() == 0;
  }

  /// As few digits as tell the number; an exponent from the seventh on and below 1e-4.
  static String text(BigDecimal number) {
    BigDecimal rounded =
        number.round(new MathContext(DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    if (rounded.signum() == 0) {
      return "0";
    }
    String digits = rounded.unscaledValue().abs().toString();
    long exponent = (long) rounded.precision() - rounded.scale() - 1;
    if (exponent >= -4 && exponent < 6) {
      return rounded.toPlainString();
    }
    String size = Long.toString(Math.abs(exponent));
    return (rounded.signum() < 0 ? "-" : "")
        + digits.charAt(0)
        + (digits.length() > 1 ? "." + digits.substring(1) : "")
        + (exponent < 0 ? "e-" : "e+")
        + (size.length() < 2 ? "0" + size : size);
  }

  /// The value with its numbers as floats of 64 bits are written.
  static Value plain(Value value) {
    return switch (value) {
      case NumberValue number when !number.isPlain() && !Double.isInfinite(number.toDouble()) -> {
        yield NumberValue.of(shortest(number.toDouble(), new ByteArrayOutputStream()));
      }
      case ArrayValue array ->
          new ArrayValue(array.elements().stream().map(Numbers::plain).toList());
      case ObjectValue object -> {
        var draft = new ObjectValue.Draft();
        for (Map.Entry<Value, Value> member : object.members().entrySet()) {
          draft.put(member.getKey(), plain(member.getValue()));
        }
        yield draft.finish();
      }
      default -> value;
    };
  }

  private static String shortest(double number, ByteArrayOutputStream into) {
    try {
      new JsonWriter(into, JsonStyle.COMPACT).value(number).flush();
    } catch (IOException e) {
      throw new UncheckedIOException("an array in memory takes every byte", e);
    }
    return into.toString(StandardCharsets.UTF_8);
  }
}
