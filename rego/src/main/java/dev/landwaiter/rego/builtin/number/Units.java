package dev.landwaiter.rego.builtin.number;

import static dev.landwaiter.rego.type.Type.NUMBER;
import static dev.landwaiter.rego.type.Type.STRING;

import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.type.Declaration;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/// `units.parse` and `units.parse_bytes` (section 13.5).
public final class Units {
  private static final String PREFIXES = "kmgtpe";

  /// Decimals of a result that is no integer.
  private static final int DECIMALS = 10;

  /// Digits of the result's integer part; more are no quantity but an attack.
  private static final int LONGEST = 200_000;

  private Units() {}

  public static List<Builtin> all() {
    return List.of(
        new Builtin(Declaration.of("units.parse").takes("x", STRING).gives(NUMBER), Units::parse),
        new Builtin(
            Declaration.of("units.parse_bytes").takes("x", STRING).gives(NUMBER),
            Units::parseBytes));
  }

  private static Value parse(Surroundings surroundings, Value[] arguments) throws BuiltinException {
    String text = Operands.string(arguments, 0).replace("\"", "");
    var quantity =
        Quantity.read(
            text,
            new Quantity.Texts(
                "units.parse: ",
                "no amount provided",
                "could not parse amount to a number",
                "spaces not allowed in resource strings"));
    String unit = quantity.unit();
    if (unit.length() > 1) {
      unit = unit.charAt(0) + unit.substring(1).toLowerCase(Locale.ROOT);
    }
    BigDecimal result = quantity.amount("units.parse: unit ", unit, factor(unit));
    if (result.signum() == 0 || result.stripTrailingZeros().scale() <= 0) {
      return NumberValue.of(plain(result));
    }
    return NumberValue.of(result.setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString());
  }

  private static String plain(BigDecimal integer) throws BuiltinException {
    if ((long) integer.precision() - integer.scale() > LONGEST) {
      throw BuiltinException.halt("a quantity of more than the " + LONGEST + " digits allowed");
    }
    return integer.toBigInteger().toString();
  }

  /// How many a unit stands for, or zero.
  private static BigDecimal factor(String unit) {
    return switch (unit) {
      case "" -> BigDecimal.ONE;
      case "m" -> BigDecimal.ONE.movePointLeft(3);
      default -> {
        char first = unit.charAt(0);
        yield power(
            first >= 'A' && first <= 'Z' ? (char) (first + 'a' - 'A') : first, unit.substring(1));
      }
    };
  }

  private static BigDecimal power(char prefix, String suffix) {
    int rank = PREFIXES.indexOf(prefix) + 1;
    if (rank == 0) {
      return BigDecimal.ZERO;
    }
    if (suffix.equals("i")) {
      return new BigDecimal(1L << (10 * rank));
    }
    return suffix.isEmpty() ? BigDecimal.ONE.movePointRight(3 * rank) : BigDecimal.ZERO;
  }

  private static Value parseBytes(Surroundings surroundings, Value[] arguments)
      throws BuiltinException {
    String text = Operands.string(arguments, 0).toLowerCase(Locale.ROOT).replace("\"", "");
    var quantity =
        Quantity.read(
            text,
            new Quantity.Texts(
                "units.parse_bytes: ",
                "no byte amount provided",
                "could not parse byte amount to a number",
                "spaces not allowed in resource strings"));
    String unit = quantity.unit();
    BigDecimal factor =
        unit.isEmpty() ? BigDecimal.ONE : unit.startsWith("b") ? BigDecimal.ZERO : bytes(unit);
    BigDecimal amount =
        quantity.amount(
            "units.parse_bytes: byte unit ",
            unit,
            factor.signum() == 0 ? BigDecimal.ZERO : BigDecimal.ONE);
    long places = (long) amount.precision() - amount.scale();
    if (amount.signum() == 0 || places < -factor.precision()) {
      return NumberValue.of(0);
    }
    if (places > LONGEST) {
      throw BuiltinException.halt("a quantity of more than the " + LONGEST + " digits allowed");
    }
    return Exact.number(BinaryFloat.of(amount).times(BinaryFloat.of(factor)).truncated());
  }

  /// `k`, `kb` for 1000 and `ki`, `kib` for 1024, and so on.
  private static BigDecimal bytes(String unit) {
    boolean named = unit.length() > 1 && unit.endsWith("b");
    return power(unit.charAt(0), unit.substring(1, named ? unit.length() - 1 : unit.length()));
  }
}
