package dev.landwaiter.base.printf;

import dev.landwaiter.base.text.GoString;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/// One argument under one verb.
final class VerbText {
  /// What stands for a number that is no character.
  private static final int REPLACEMENT = 0xfffd;

  private final Flags flags;
  private final StringBuilder out;

  VerbText(Flags flags, StringBuilder out) {
    this.flags = flags;
    this.out = out;
  }

  void write(Argument argument, int verb) {
    if (verb == 'v') {
      flags.program = flags.sharp;
      flags.sharp = false;
    }
    if (verb == 'T') {
      text(argument.type());
      return;
    }
    switch (argument) {
      case Argument.Small(long number) -> small(argument, number, verb);
      case Argument.Big(var number) -> new BigText(flags, out).write(number, verb);
      case Argument.Binary(double number) -> binary(argument, number, verb);
      case Argument.Text(String text) -> string(argument, text, verb);
      case Argument.Named(_, String text) -> string(argument, text, verb);
      case Argument.Flag(boolean flag) -> {
        if (verb == 'v' || verb == 't') {
          text(Boolean.toString(flag));
        } else {
          bad(argument, verb);
        }
      }
      case Argument.Nothing() -> {
        if (verb == 'v') {
          text("<nil>");
        } else {
          out.append("%!").appendCodePoint(verb).append("(<nil>)");
        }
      }
    }
  }

  private void bad(Argument argument, int verb) {
    out.append("%!").appendCodePoint(verb).append('(').append(argument.type()).append('=');
    boolean program = flags.program;
    boolean sharp = flags.sharp;
    plainly(argument);
    flags.program = program;
    flags.sharp = sharp;
    out.append(')');
  }

  /// As under `%v`, with the flags as they are.
  private void plainly(Argument argument) {
    switch (argument) {
      case Argument.Small(long number) -> integer(number, 10, 'v');
      case Argument.Big(var number) -> new BigText(flags, out).write(number, 'v');
      case Argument.Binary(double number) -> decimal(number, 'g', -1);
      case Argument.Text(String text) -> text(text);
      case Argument.Named(_, String text) -> text(text);
      case Argument.Flag(boolean flag) -> text(Boolean.toString(flag));
      case Argument.Nothing() -> text("<nil>");
    }
  }

  private void small(Argument argument, long number, int verb) {
    switch (verb) {
      case 'v', 'd' -> {
        if (flags.isPlain()) {
          out.append(number);
        } else {
          integer(number, 10, verb);
        }
      }
      case 'b' -> integer(number, 2, verb);
      case 'o', 'O' -> integer(number, 8, verb);
      case 'x', 'X' -> integer(number, 16, verb);
      case 'c' -> flags.pad(Character.toString(character(number)), true, out);
      case 'q' -> flags.pad(GoQuote.character(character(number), flags.plus), true, out);
      case 'U' -> unicode(number);
      default -> bad(argument, verb);
    }
  }

  private static int character(long number) {
    return number < 0
            || number > Character.MAX_CODE_POINT
            || (number >= Character.MIN_SURROGATE && number <= Character.MAX_SURROGATE)
        ? REPLACEMENT
        : (int) number;
  }

  private void integer(long number, int base, int verb) {
    boolean negative = number < 0;
    int zeros = 0;
    if (flags.precision >= 0) {
      zeros = flags.precision;
      if (zeros == 0 && number == 0) {
        out.repeat(' ', Math.max(0, flags.width));
        return;
      }
    } else if (flags.zero && !flags.minus && flags.width >= 0) {
      zeros = flags.width - (negative || flags.plus || flags.space ? 1 : 0);
    }
    String digits =
        base == 10
            ? Long.toString(number).substring(negative ? 1 : 0)
            : Long.toUnsignedString(negative ? -number : number, base);
    if (verb == 'X') {
      digits = digits.toUpperCase(Locale.ROOT);
    }
    var text = new StringBuilder(negative ? "-" : flags.plus ? "+" : flags.space ? " " : "");
    if (verb == 'O') {
      text.append("0o");
    }
    int lead = Math.max(0, zeros - digits.length());
    if (flags.sharp) {
      switch (base) {
        case 2 -> text.append("0b");
        case 8 -> text.append(lead > 0 || digits.startsWith("0") ? "" : "0");
        case 16 -> text.append(verb == 'X' ? "0X" : "0x");
        default -> {}
      }
    }
    flags.pad(text.repeat('0', lead).append(digits).toString(), false, out);
  }

  private void unicode(long number) {
    String hex = Long.toHexString(number).toUpperCase(Locale.ROOT);
    var text = new StringBuilder("U+");
    text.repeat('0', Math.max(0, Math.max(4, flags.precision) - hex.length())).append(hex);
    if (flags.sharp
        && number >= 0
        && number <= Character.MAX_CODE_POINT
        && GoString.isPrintable((int) number)) {
      text.append(" '").appendCodePoint((int) number).append('\'');
    }
    flags.pad(text.toString(), false, out);
  }

  private void binary(Argument argument, double number, int verb) {
    switch (verb) {
      case 'v' -> decimal(number, 'g', -1);
      case 'b', 'g', 'G', 'x', 'X' -> decimal(number, (char) verb, -1);
      case 'e', 'E', 'f', 'F' -> decimal(number, (char) verb, 6);
      default -> bad(argument, verb);
    }
  }

  private void decimal(double number, char verb, int usual) {
    int precision = flags.precision >= 0 ? flags.precision : usual;
    String text = FloatText.of(number, verb, precision);
    if (!text.startsWith("-")) {
      text = (flags.plus ? "+" : flags.space ? " " : "") + text;
    }
    if (flags.sharp && verb != 'b') {
      text = SharpFloat.of(text, verb, precision);
    }
    boolean signed = !text.isEmpty() && "+- ".indexOf(text.charAt(0)) >= 0;
    if (signed && flags.zero && !flags.minus && flags.width > text.length()) {
      out.append(text.charAt(0))
          .repeat('0', flags.width - text.length())
          .append(text, 1, text.length());
      return;
    }
    flags.pad(text, true, out);
  }

  private void string(Argument argument, String text, int verb) {
    switch (verb) {
      case 'v' -> {
        if (flags.program) {
          quoted(text);
        } else {
          text(text);
        }
      }
      case 's' -> text(text);
      case 'q' -> quoted(text);
      case 'x' -> hex(text, HexFormat.of(), "0x");
      case 'X' -> hex(text, HexFormat.of().withUpperCase(), "0X");
      default -> bad(argument, verb);
    }
  }

  private void text(String text) {
    if (flags.width < 0 && flags.precision < 0) {
      out.append(text);
    } else {
      flags.pad(cut(text), true, out);
    }
  }

  private String cut(String text) {
    return flags.precision >= 0 && flags.precision < text.codePointCount(0, text.length())
        ? text.substring(0, text.offsetByCodePoints(0, flags.precision))
        : text;
  }

  private void quoted(String text) {
    String cut = cut(text);
    boolean raw = flags.sharp && GoQuote.canBeRaw(cut);
    flags.pad(raw ? "`" + cut + "`" : GoQuote.text(cut, flags.plus), true, out);
  }

  /// The bytes of UTF-8; the precision counts bytes.
  private void hex(String text, HexFormat digits, String prefix) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int count = flags.precision >= 0 ? Math.min(flags.precision, bytes.length) : bytes.length;
    String first = flags.sharp && count > 0 ? prefix : "";
    HexFormat form = flags.space ? digits.withDelimiter(flags.sharp ? " " + prefix : " ") : digits;
    flags.pad(first + form.formatHex(bytes, 0, count), true, out);
  }
}
