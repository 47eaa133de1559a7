package dev.landwaiter.rego.builtin.time;

import dev.landwaiter.rego.builtin.BuiltinException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;

/// Durations as Go writes them – `1h30m`, `-1.5s` – with days, weeks and years besides.
public final class GoDuration {
  private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(63);
  private static final Map<String, Long> UNITS =
      Map.ofEntries(
          Map.entry("ns", 1L),
          Map.entry("us", 1_000L),
          Map.entry("\u00b5s", 1_000L),
          Map.entry("\u03bcs", 1_000L),
          Map.entry("ms", 1_000_000L),
          Map.entry("s", 1_000_000_000L),
          Map.entry("m", 60_000_000_000L),
          Map.entry("h", 3_600_000_000_000L),
          Map.entry("d", 86_400_000_000_000L),
          Map.entry("w", 604_800_000_000_000L),
          Map.entry("y", 31_536_000_000_000_000L));

  private GoDuration() {}

  /// The nanoseconds of a duration.
  public static long nanos(String text) throws BuiltinException {
    boolean negative = text.startsWith("-");
    String rest = negative || text.startsWith("+") ? text.substring(1) : text;
    if (rest.equals("0")) {
      return 0;
    }
    if (rest.isEmpty()) {
      throw invalid(text);
    }
    var sum = BigInteger.ZERO;
    while (!rest.isEmpty()) {
      int whole = digits(rest, 0);
      int end = rest.startsWith(".", whole) ? digits(rest, whole + 1) : whole;
      if (whole == 0 && end < 2) {
        throw invalid(text);
      }
      int unitEnd = end;
      while (unitEnd < rest.length() && !isNumeric(rest.charAt(unitEnd))) {
        unitEnd++;
      }
      if (new BigInteger("0" + rest.substring(0, whole)).compareTo(LIMIT) > 0) {
        throw invalid(text);
      }
      if (unitEnd == end) {
        throw BuiltinException.failure("time: missing unit in duration " + GoQuote.quote(text));
      }
      String unit = rest.substring(end, unitEnd);
      Long length = UNITS.get(unit);
      if (length == null) {
        throw BuiltinException.failure(
            "time: unknown unit " + GoQuote.quote(unit) + " in duration " + GoQuote.quote(text));
      }
      sum = sum.add(product("0" + rest.substring(0, end), length));
      if (sum.compareTo(LIMIT) > 0) {
        throw invalid(text);
      }
      rest = rest.substring(unitEnd);
    }
    if (!negative && sum.equals(LIMIT)) {
      throw invalid(text);
    }
    return negative ? sum.negate().longValueExact() : sum.longValueExact();
  }

  private static BigInteger product(String number, long unit) {
    String digits = number.length() > 60 ? number.substring(0, 60) : number;
    String plain = digits.endsWith(".") ? digits + "0" : digits;
    return new BigDecimal(plain).multiply(BigDecimal.valueOf(unit)).toBigInteger();
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  private static boolean isNumeric(char c) {
    return c == '.' || (c >= '0' && c <= '9');
  }

  private static BuiltinException invalid(String text) {
    return BuiltinException.failure("time: invalid duration " + GoQuote.quote(text));
  }
}
