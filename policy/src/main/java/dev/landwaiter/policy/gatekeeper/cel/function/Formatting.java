package dev.landwaiter.policy.gatekeeper.cel.function;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import dev.landwaiter.policy.gatekeeper.cel.value.Meter;
import dev.landwaiter.policy.gatekeeper.cel.value.Reals;
import dev.landwaiter.policy.gatekeeper.cel.value.Told;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// `format` of texts: `%s %d %f %e %b %x %X %o`.
final class Formatting {
  private static final int MOST_PRECISION = 1000;

  private final Meter meter;
  private final StringBuilder result = new StringBuilder();

  private Formatting(Meter meter) {
    this.meter = meter;
  }

  /// An argument that does not fit its clause.
  private static final class Misfit extends Exception {
    private static final long serialVersionUID = 1;

    Misfit(String message) {
      super(message, null, false, false);
    }
  }

  static Item format(Item[] arguments, Meter meter) {
    if (!(arguments[0] instanceof Item.Text text)
        || !(arguments[1] instanceof Item.Sequence values)) {
      return Item.Failure.NO_OVERLOAD;
    }
    meter.traverse(text.value().length());
    try {
      var formatting = new Formatting(meter);
      formatting.run(text.value(), values);
      return new Item.Text(formatting.result.toString());
    } catch (Misfit e) {
      return new Item.Failure(String.valueOf(e.getMessage()));
    }
  }

  private void run(String pattern, Item.Sequence values) throws Misfit {
    int used = 0;
    int i = 0;
    while (i < pattern.length()) {
      char c = pattern.charAt(i);
      if (c != '%') {
        result.append(c);
        i++;
        continue;
      }
      if (i + 1 < pattern.length() && pattern.charAt(i + 1) == '%') {
        result.append('%');
        i += 2;
        continue;
      }
      if (used >= values.size()) {
        throw new Misfit("index " + used + " out of range");
      }
      int end = i + 1;
      int precision = -1;
      if (end < pattern.length() && pattern.charAt(end) == '.') {
        int start = ++end;
        while (end < pattern.length() && Character.isDigit(pattern.charAt(end))) {
          end++;
        }
        precision = precision(pattern.substring(start, end));
      }
      if (end >= pattern.length()) {
        throw new Misfit("could not parse formatting clause: unexpected end of string");
      }
      clause(pattern.charAt(end), precision, values.at(used++));
      i = end + 1;
    }
  }

  private static int precision(String digits) throws Misfit {
    if (digits.isEmpty() || digits.length() > 4 || Integer.parseInt(digits) > MOST_PRECISION) {
      throw new Misfit(
          "could not parse formatting clause: error while converting precision to integer");
    }
    return Integer.parseInt(digits);
  }

  private void clause(char verb, int precision, Item item) throws Misfit {
    switch (verb) {
      case 's' -> text(item);
      case 'd' -> append(decimal(item));
      case 'f' -> append(fixed(item, precision < 0 ? 6 : precision));
      case 'e' -> append(scientific(item, precision < 0 ? 6 : precision));
      case 'b' -> append(binary(item));
      case 'x' -> append(hexadecimal(item));
      case 'X' -> append(hexadecimal(item).toUpperCase(Locale.ROOT));
      case 'o' -> append(octal(item));
      default ->
          throw new Misfit(
              "could not parse formatting clause: unrecognized formatting clause \"" + verb + "\"");
    }
  }

  /// What grows is charged as it grows.
  private void append(String text) {
    meter.traverse(text.length());
    result.append(text);
  }

  private static Misfit wrong(String clause, String types, Item item) {
    return new Misfit(
        "error during formatting: "
            + clause
            + " clause can only be used on "
            + types
            + ", was given "
            + item.typeName());
  }

  private void text(Item item) throws Misfit {
    meter.step();
    switch (item) {
      case Item.Text text -> append(text.value());
      case Item.Bytes bytes -> append(new String(bytes.octets().getBytes(ISO_8859_1), UTF_8));
      case Item.Real real -> append(real(real.value()));
      case Item.Time time -> append(Calendar.text(time));
      case Item.Span span -> append(Calendar.text(span));
      case Item.Sequence list -> {
        result.append('[');
        for (int i = 0; i < list.size(); i++) {
          result.append(i == 0 ? "" : ", ");
          text(list.at(i));
        }
        result.append(']');
      }
      case Item.Mapping map -> mapping(map);
      case Item.Null _, Item.Bool _, Item.Int _, Item.Uint _, Item.Type _ ->
          append(Told.plain(item));
      default ->
          throw wrong(
              "string",
              "strings, bools, bytes, ints, doubles, maps, lists, types, durations, and timestamps",
              item);
    }
  }

  private void mapping(Item.Mapping map) throws Misfit {
    List<String> members = new ArrayList<>();
    for (Item key : map.keys()) {
      int start = result.length();
      text(key);
      result.append(": ");
      text(map.find(key).orElse(Item.Null.NULL));
      members.add(result.substring(start));
      result.setLength(start);
    }
    members.sort(null);
    result.append('{').append(String.join(", ", members)).append('}');
  }

  private static String real(double value) {
    return Double.isInfinite(value) ? infinity(value) : Reals.plain(value);
  }

  private static String infinity(double value) {
    return value > 0 ? "Infinity" : "-Infinity";
  }

  private static String decimal(Item item) throws Misfit {
    return switch (item) {
      case Item.Int _, Item.Uint _ -> Told.plain(item);
      case Item.Real real when Double.isNaN(real.value()) || Double.isInfinite(real.value()) ->
          real(real.value());
      default -> throw wrong("decimal", "integers", item);
    };
  }

  private static double number(Item item, String clause) throws Misfit {
    return switch (item) {
      case Item.Real real -> real.value();
      case Item.Int number -> number.value();
      case Item.Text text when text.value().equals("NaN") -> Double.NaN;
      case Item.Text text when text.value().equals("Infinity") -> Double.POSITIVE_INFINITY;
      case Item.Text text when text.value().equals("-Infinity") -> Double.NEGATIVE_INFINITY;
      default -> throw wrong(clause, "doubles", item);
    };
  }

  private static String fixed(Item item, int precision) throws Misfit {
    double value = number(item, "fixed-point");
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return real(value);
    }
    return new BigDecimal(value).setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static String scientific(Item item, int precision) throws Misfit {
    double value = number(item, "scientific");
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return real(value);
    }
    if (value == 0) {
      return "0" + (precision == 0 ? "" : "." + "0".repeat(precision)) + "e+00";
    }
    var rounded =
        new BigDecimal(value).round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    String digits = rounded.unscaledValue().abs().toString();
    digits += "0".repeat(Math.max(0, precision + 1 - digits.length()));
    String fraction = precision == 0 ? "" : "." + digits.substring(1, precision + 1);
    String power = (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    return (value < 0 ? "-" : "")
        + digits.charAt(0)
        + fraction
        + "e"
        + (exponent < 0 ? "-" : "+")
        + power;
  }

  private static String binary(Item item) throws Misfit {
    return switch (item) {
      case Item.Int number -> Long.toString(number.value(), 2);
      case Item.Uint number -> Long.toUnsignedString(number.bits(), 2);
      case Item.Bool flag -> flag.isTrue() ? "1" : "0";
      default -> throw wrong("binary", "integers and bools", item);
    };
  }

  private static String hexadecimal(Item item) throws Misfit {
    return switch (item) {
      case Item.Int number -> Long.toString(number.value(), 16);
      case Item.Uint number -> Long.toUnsignedString(number.bits(), 16);
      case Item.Text text -> HexFormat.of().formatHex(text.value().getBytes(UTF_8));
      case Item.Bytes bytes -> HexFormat.of().formatHex(bytes.octets().getBytes(ISO_8859_1));
      default -> throw wrong("hex", "integers, byte buffers, and strings", item);
    };
  }

  private static String octal(Item item) throws Misfit {
    return switch (item) {
      case Item.Int number -> Long.toString(number.value(), 8);
      case Item.Uint number -> Long.toUnsignedString(number.bits(), 8);
      default -> throw wrong("octal", "integers", item);
    };
  }
}
