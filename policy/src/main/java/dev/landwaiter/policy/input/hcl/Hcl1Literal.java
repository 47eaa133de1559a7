package dev.landwaiter.policy.input.hcl;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.input.SourceText;
import dev.landwaiter.policy.input.hcl.Hcl1Token.Kind;
import java.util.Locale;

/// Constants of HCL 1 as values.
final class Hcl1Literal {
  private Hcl1Literal() {}

  static Value value(SourceText source, Hcl1Token token) throws FormatException {
    return switch (token.kind()) {
      case BOOLEAN -> Value.of(token.text().equals("true"));
      case INTEGER -> integer(source, token);
      case FLOAT -> HclNumber.of(source, token.text(), token.from());
      default -> new StringValue(token.text());
    };
  }

  /// The value of a key that had a value before, whose kind stays.
  static Value as(SourceText source, Hcl1Token token, Value before) throws FormatException {
    return switch (before) {
      case StringValue _ -> new StringValue(token.text());
      case BooleanValue _ -> flag(source, token);
      case NumberValue number when token.is(Kind.FLOAT) || !number.isPlain() ->
          HclNumber.of(source, token.text(), token.from());
      default -> integer(source, token);
    };
  }

  private static Value flag(SourceText source, Hcl1Token token) throws FormatException {
    return switch (token.text().toLowerCase(Locale.ROOT)) {
      case "1", "true" -> BooleanValue.TRUE;
      case "0", "false" -> BooleanValue.FALSE;
      default -> throw another(source, token);
    };
  }

  private static FormatException another(SourceText source, Hcl1Token token) {
    return source.wrong(token.from(), "a key that already has a value of another kind", "");
  }

  /// A decimal, octal (`017`) or hexadecimal number of 64 bits.
  private static Value integer(SourceText source, Hcl1Token token) throws FormatException {
    if (token.is(Kind.BOOLEAN)) {
      throw another(source, token);
    }
    boolean negative = token.text().startsWith("-");
    String digits = negative ? token.text().substring(1) : token.text();
    try {
      String sign = negative ? "-" : "";
      if (digits.startsWith("0x") || digits.startsWith("0X")) {
        return NumberValue.of(Long.parseLong(sign + digits.substring(2), 16));
      }
      int radix = digits.length() > 1 && digits.startsWith("0") ? 8 : 10;
      return NumberValue.of(Long.parseLong(sign + digits, radix));
    } catch (NumberFormatException e) {
      throw source.wrong(
          token.from(), token.text() + " is no integer of 64 bits", "write 1000.0 for 1e3");
    }
  }
}
