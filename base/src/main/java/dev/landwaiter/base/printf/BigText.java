package dev.landwaiter.base.printf;

import java.math.BigInteger;
import java.util.Locale;

/// An integer beyond 64 bits under one verb.
final class BigText {
  private final Flags flags;
  private final StringBuilder out;

  BigText(Flags flags, StringBuilder out) {
    this.flags = flags;
    this.out = out;
  }

  void write(BigInteger number, int verb) {
    int base =
        switch (verb) {
          case 'b' -> 2;
          case 'o', 'O' -> 8;
          case 'd', 's', 'v' -> 10;
          case 'x', 'X' -> 16;
          default -> 0;
        };
    if (base == 0) {
      out.append("%!").appendCodePoint(verb).append("(big.Int=").append(number).append(')');
      return;
    }
    String sign = number.signum() < 0 ? "-" : flags.plus ? "+" : flags.space ? " " : "";
    String digits = number.abs().toString(base);
    if (verb == 'X') {
      digits = digits.toUpperCase(Locale.ROOT);
    }
    String prefix = prefix(verb);
    int zeros = Math.max(0, flags.precision - digits.length());
    int missing = flags.width - sign.length() - prefix.length() - zeros - digits.length();
    if (missing > 0 && !flags.minus && flags.zero && flags.precision < 0) {
      zeros = missing;
      missing = 0;
    }
    if (!flags.minus) {
      out.repeat(' ', Math.max(0, missing));
    }
    out.append(sign).append(prefix).repeat('0', zeros).append(digits);
    if (flags.minus) {
      out.repeat(' ', Math.max(0, missing));
    }
  }

  private String prefix(int verb) {
    if (verb == 'O') {
      return "0o";
    }
    return !flags.sharp
        ? ""
        : switch (verb) {
          case 'b' -> "0b";
          case 'o' -> "0";
          case 'x' -> "0x";
          case 'X' -> "0X";
          default -> "";
        };
  }
}
