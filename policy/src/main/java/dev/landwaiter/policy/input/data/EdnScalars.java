package dev.landwaiter.policy.input.data;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.policy.input.GoFloat;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// What the scalars of EDN mean, and how Go prints them.
final class EdnScalars {
  private static final int DIGITS_LIMIT = 10_000;
  private static final BigInteger WORD = BigInteger.ONE.shiftLeft(64);

  private final EdnReader reader;

  EdnScalars(EdnReader reader) {
    this.reader = reader;
  }

  Edn read(String token, int start) throws FormatException {
    return switch (token) {
      case "nil" -> new Edn.Scalar("<nil>", 0, 0);
      case "true", "false" -> new Edn.Scalar(token, 3, 0);
      default -> {
        char first = token.charAt(0);
        char second = token.length() > 1 ? token.charAt(1) : ' ';
        boolean signed = first == '+' || first == '-';
        if (isDigit(first) || (signed && isDigit(second))) {
          yield number(token, start);
        }
        if (first == '\\') {
          yield new Edn.Scalar(String.valueOf(character(token, start)), 1, 0);
        }
        yield new Edn.Scalar(token, first == ':' ? 5 : 6, 0);
      }
    };
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private Edn number(String token, int start) throws FormatException {
    if (token.length() > DIGITS_LIMIT) {
      throw reader.wrong(start, "a number of more than " + DIGITS_LIMIT + " characters");
    }
    try {
      if (token.endsWith("N")) {
        return new Edn.Scalar(big(new BigInteger(token.substring(0, token.length() - 1))), 7, 0);
      }
      if (token.endsWith("M")) {
        double number = Double.parseDouble(token.substring(0, token.length() - 1));
        return new Edn.Scalar(shortest(number), 7, 0);
      }
      if (token.chars().skip(1).allMatch(c -> isDigit((char) c))) {
        long number = Long.parseLong(token);
        return new Edn.Scalar(String.valueOf(number), 1, number);
      }
    } catch (NumberFormatException e) {
      throw reader.wrong(start, "not a number of 64 bits: " + token);
    }
    OptionalDouble number = GoFloat.parse(token);
    if (number.isEmpty() || token.indexOf('_') >= 0) {
      throw reader.wrong(start, "not a number: " + token);
    }
    return new Edn.Scalar(shortest(number.getAsDouble()), 2, number.getAsDouble());
  }

  /// The sign and the words of 64 bits, as Go keeps a big integer.
  private static String big(BigInteger number) {
    List<Edn> words = new ArrayList<>();
    for (BigInteger rest = number.abs(); rest.signum() > 0; rest = rest.divide(WORD)) {
      words.add(new Edn.Text(rest.mod(WORD).toString()));
    }
    return "{" + (number.signum() < 0) + " " + new Edn.Items(words).print() + "}";
  }

  /// A float with the fewest digits, as `%v` has it: with an exponent below -4 and from 6 on.
  static String shortest(double number) {
    if (number == 0) {
      return 1 / number < 0 ? "-0" : "0";
    }
    BigDecimal decimal = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    String digits = decimal.unscaledValue().abs().toString();
    int exponent = digits.length() - 1 - decimal.scale();
    if (exponent >= -4 && exponent < 6) {
      return decimal.toPlainString();
    }
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    return (number < 0 ? "-" : "")
        + mantissa
        + (exponent < 0 ? "e-" : "e+")
        + (Math.abs(exponent) < 10 ? "0" : "")
        + Math.abs(exponent);
  }

  private int character(String token, int start) throws FormatException {
    String name = token.substring(1);
    if (name.codePointCount(0, name.length()) == 1) {
      return name.codePointAt(0);
    }
    return switch (name) {
      case "newline" -> '\n';
      case "return" -> '\r';
      case "space" -> ' ';
      case "tab" -> '\t';
      case "formfeed" -> '\f';
      case "backspace" -> '\b';
      default -> {
        if (name.startsWith("u") && name.length() == 5) {
          yield hex(start + 2, start);
        }
        throw reader.wrong(start, "a character that is not known: " + token);
      }
    };
  }

  int hex(int from, int start) throws FormatException {
    int number = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = i < reader.text().length() ? Character.digit(reader.text().charAt(i), 16) : -1;
      if (digit < 0) {
        throw reader.wrong(start, "\\u without four hexadecimal digits");
      }
      number = number * 16 + digit;
    }
    return number;
  }

  /// A moment in RFC 3339 as Go prints it.
  String moment(String text, int start) throws FormatException {
    try {
      OffsetDateTime moment = OffsetDateTime.parse(text);
      String zone = moment.getOffset().getId().replace(":", "");
      String offset = zone.equals("Z") ? "+0000 UTC" : zone + " " + zone;
      return moment.toLocalDate() + " " + time(moment) + " " + offset;
    } catch (DateTimeException e) {
      throw reader.wrong(start, "not a moment: " + text);
    }
  }

  private static String time(OffsetDateTime moment) {
    String whole =
        "%02d:%02d:%02d".formatted(moment.getHour(), moment.getMinute(), moment.getSecond());
    if (moment.getNano() == 0) {
      return whole;
    }
    String fraction = "%09d".formatted(moment.getNano());
    int end = fraction.length();
    while (fraction.charAt(end - 1) == '0') {
      end--;
    }
    return whole + "." + fraction.substring(0, end);
  }
}
