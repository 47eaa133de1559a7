package dev.landwaiter.base.template;

import java.util.function.IntConsumer;

/// Strings, characters and numbers in actions, as Go writes them.
final class Literals {
  private final String name;
  private final String text;
  private final int start;

  Literals(String name, String text, int start) {
    this.name = name;
    this.text = text;
    this.start = start;
  }

  private TemplateException wrong(String message) {
    return new TemplateException("template: " + name + ":1: " + message);
  }

  /// A string in double quotes or backquotes; tells where it ends.
  String string(IntConsumer ends) throws TemplateException {
    if (text.charAt(start) == '`') {
      int end = text.indexOf('`', start + 1);
      if (end < 0) {
        throw wrong("unterminated raw quoted string");
      }
      ends.accept(end + 1);
      return text.substring(start + 1, end);
    }
    return quoted('"', ends, "unterminated quoted string");
  }

  /// A character, as its number.
  Object character(IntConsumer ends) throws TemplateException {
    int[] end = {start};
    String one = quoted('\'', at -> end[0] = at, "unterminated character constant");
    if (one.isEmpty()) {
      throw wrong("invalid syntax");
    }
    if (one.codePointCount(0, one.length()) > 1) {
      throw wrong("malformed character constant: " + text.substring(start, end[0]));
    }
    ends.accept(end[0]);
    return (long) one.codePointAt(0);
  }

  private String quoted(char quote, IntConsumer ends, String unterminated)
      throws TemplateException {
    var out = new StringBuilder();
    int at = start + 1;
    while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
      char c = text.charAt(at++);
      if (c != '\\' || at >= text.length()) {
        out.append(c);
        continue;
      }
      char escape = text.charAt(at++);
      int digits = escape == 'x' ? 2 : escape == 'u' ? 4 : escape == 'U' ? 8 : 0;
      if (digits > 0) {
        if (at + digits > text.length()) {
          throw wrong(unterminated);
        }
        try {
          out.appendCodePoint(Integer.parseInt(text, at, at + digits, 16));
        } catch (IllegalArgumentException e) {
          throw wrong("invalid syntax");
        }
        at += digits;
        continue;
      }
      switch (escape) {
        case 'a' -> out.append('\u0007');
        case 'b' -> out.append('\b');
        case 'f' -> out.append('\f');
        case 'n' -> out.append('\n');
        case 'r' -> out.append('\r');
        case 't' -> out.append('\t');
        case 'v' -> out.append('\u000b');
        case '\\', '"', '\'' -> out.append(escape);
        default -> throw wrong("invalid syntax");
      }
    }
    if (at >= text.length() || text.charAt(at) == '\n') {
      throw wrong(unterminated);
    }
    ends.accept(at + 1);
    return out.toString();
  }

  /// An integer or a floating-point number.
  Object number(IntConsumer ends) throws TemplateException {
    int at = start;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || "+-._".indexOf(text.charAt(at)) >= 0)
        && !text.startsWith("-}}", at)) {
      at++;
    }
    String digits = text.substring(start, at).replace("_", "");
    if (digits.isEmpty()) {
      throw wrong("unexpected \"" + text.charAt(start) + "\" in operand");
    }
    ends.accept(at);
    String plain = digits.startsWith("+") ? digits.substring(1) : digits;
    try {
      return plain.matches("-?0[xX][0-9a-fA-F]+|-?[0-9]+")
          ? Long.decode(plain)
          : plain.matches("-?0[bB][01]+")
              ? Long.parseLong(plain.replaceFirst("0[bB]", ""), 2)
              : plain.matches("-?0[oO][0-7]+")
                  ? Long.parseLong(plain.replaceFirst("0[oO]", ""), 8)
                  : (Object) finite(plain, digits);
    } catch (NumberFormatException e) {
      String what =
          digits.matches("[+-]?0[xXbBoO]")
              ? "illegal number syntax"
              : digits.matches("[+-]?0[0-9]+") ? "integer overflow" : "bad number syntax";
      throw wrong(what + ": \"" + digits + "\"");
    }
  }

  private double finite(String plain, String digits) throws TemplateException {
    double number = Double.parseDouble(plain);
    if (!Double.isFinite(number) || plain.endsWith("d") || plain.endsWith("f")) {
      throw wrong(
          (Double.isFinite(number) ? "bad" : "illegal") + " number syntax: \"" + digits + "\"");
    }
    return number;
  }
}
