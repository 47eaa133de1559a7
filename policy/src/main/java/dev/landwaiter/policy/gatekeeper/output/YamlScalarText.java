package dev.landwaiter.policy.gatekeeper.output;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Yaml;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.policy.gatekeeper.read.GoFloat;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/// Texts and numbers as version 3 of Go's writer of YAML puts them.
final class YamlScalarText {
  /// Letters before digits of other places, numbers inside keys by their size.
  static final Comparator<String> KEYS = YamlScalarText::compare;

  private YamlScalarText() {}

  /// A text on one line: plain where it can be, else in quotes.
  ///
  /// @param flow whether brackets and commas around it could be taken for structure
  static String of(String text, boolean flow) {
    if (text.isEmpty()) {
      return "\"\"";
    }
    if (text.chars().anyMatch(each -> each < ' ' || each == 0x7f)) {
      return quoted(text);
    }
    if (!isPlain(text, flow)) {
      return isText(text) ? "'" + text.replace("'", "''") + "'" : quoted(text);
    }
    return isText(text) ? text : quoted(text);
  }

  /// A text of several lines as a literal block, ended by a line break.
  static void block(String text, int indent, StringBuilder out) {
    boolean unfit =
        text.endsWith(" ")
            || text.contains(" \n")
            || text.chars().anyMatch(each -> (each < ' ' && each != '\n') || each == 0x7f);
    if (unfit) {
      out.append(quoted(text)).append('\n');
      return;
    }
    out.append('|');
    if (text.startsWith(" ") || text.startsWith("\n")) {
      out.append('4');
    }
    String body = text;
    if (!text.endsWith("\n")) {
      out.append('-');
    } else {
      body = text.substring(0, text.length() - 1);
      if (body.endsWith("\n") || body.isEmpty()) {
        out.append('+');
      }
    }
    out.append('\n');
    for (String line : body.split("\n", -1)) {
      out.append(line.isEmpty() ? "" : " ".repeat(indent)).append(line).append('\n');
    }
  }

  private static boolean isPlain(String text, boolean flow) {
    if (text.startsWith(" ") || text.endsWith(" ")) {
      return false;
    }
    if (text.startsWith("---") || text.startsWith("...")) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      boolean beforeBlank = i + 1 == text.length() || text.charAt(i + 1) == ' ';
      if (i == 0) {
        boolean indicator = "#,[]{}&*!|>'\"%@`".indexOf(each) >= 0;
        if (indicator
            || ((each == '-' || each == '?' || each == ':')
                && (beforeBlank || (flow && each != '-')))) {
          return false;
        }
      } else if ((flow && ",?[]{}".indexOf(each) >= 0)
          || (each == ':' && (beforeBlank || flow))
          || (each == '#' && text.charAt(i - 1) == ' ')) {
        return false;
      }
    }
    return true;
  }

  /// Whether the text without quotes would be read as itself.
  private static boolean isText(String text) {
    char first = text.charAt(0);
    boolean suspicious = (first >= '0' && first <= '9') || "+-.~yYnNtTfFoO<=".indexOf(first) >= 0;
    if (!suspicious) {
      return true;
    }
    if (text.length() >= 8 && text.charAt(4) == '-' && Character.isDigit(text.charAt(0))) {
      return false;
    }
    try {
      return !(text.equals("<<") || text.equals("="))
          && (!isPlain(text, false)
              || Yaml.parse("", text.getBytes(StandardCharsets.UTF_8))
                  .equals(new StringValue(text)));
    } catch (FormatException e) {
      return true;
    }
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(point -> {
          switch (point) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case '\n' -> quoted.append("\\n");
            case '\t' -> quoted.append("\\t");
            case '\r' -> quoted.append("\\r");
            case 0 -> quoted.append("\\0");
            case 7 -> quoted.append("\\a");
            case 8 -> quoted.append("\\b");
            case 11 -> quoted.append("\\v");
            case 12 -> quoted.append("\\f");
            case 27 -> quoted.append("\\e");
            default -> {
              if (point < ' ' || point == 0x7f) {
                quoted.append("\\x%02X".formatted(point));
              } else {
                quoted.appendCodePoint(point);
              }
            }
          }
        });
    return quoted.append('"').toString();
  }

  /// An integer in all its digits up to a million, any other number as Go's `%g`.
  static String number(NumberValue number) {
    return GoFloat.general(number);
  }

  private static int compare(String left, String right) {
    boolean digits = false;
    int common = Math.min(left.length(), right.length());
    for (int i = 0; i < common; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a == b) {
        digits = Character.isDigit(a);
        continue;
      }
      boolean letterA = Character.isLetter(a);
      boolean letterB = Character.isLetter(b);
      if (letterA && letterB) {
        return Character.compare(a, b);
      }
      if (letterA || letterB) {
        return digits == letterA ? -1 : 1;
      }
      int order = number(left, i, digits).compareTo(number(right, i, digits));
      return order != 0 ? order : Character.compare(a, b);
    }
    return Integer.compare(left.length(), right.length());
  }

  /// The number that stands at a place, with the digits in front of it.
  private static BigDecimal number(String text, int at, boolean inside) {
    int start = at;
    while (inside && start > 0 && Character.isDigit(text.charAt(start - 1))) {
      start--;
    }
    int end = at;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return start == end ? BigDecimal.ZERO : new BigDecimal(text.substring(start, end));
  }
}
