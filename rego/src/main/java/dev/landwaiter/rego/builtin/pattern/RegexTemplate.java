package dev.landwaiter.rego.builtin.pattern;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.syntax.ValueText;
import java.nio.charset.StandardCharsets;

/// `regex.template_match`: literal text with expressions between delimiters.
final class RegexTemplate {
  private static final String SPECIAL = "\\.+*?()|[]{}^$";

  private RegexTemplate() {}

  static Value match(Surroundings surroundings, Value[] arguments) throws BuiltinException {
    String template = Operands.string(arguments, 0);
    String text = Operands.string(arguments, 1);
    String start = Operands.string(arguments, 2);
    String end = Operands.string(arguments, 3);
    int length = bytes(start);
    if (length != 1) {
      throw wrong("start", length);
    }
    if (bytes(end) != 1) {
      throw wrong("end", length);
    }
    String pattern = pattern(surroundings, template, start.charAt(0), end.charAt(0));
    return Value.of(Regex.of(surroundings, pattern).finds(text));
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static BuiltinException wrong(String which, int length) {
    return BuiltinException.failure(
        which + " delimiter has to be exactly one character long but is " + length + " long");
  }

  private static String pattern(Surroundings surroundings, String template, char start, char end)
      throws BuiltinException {
    var pattern = new StringBuilder("^");
    int level = 0;
    int from = 0;
    int begin = 0;
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      if (c == start) {
        level++;
        if (level == 1) {
          begin = i;
        }
      } else if (c == end) {
        level--;
        if (level < 0) {
          throw unbalanced(template);
        }
        if (level == 0) {
          String part = template.substring(begin + 1, i);
          Regex.of(surroundings, "^" + part + "$");
          quote(template, from, begin, pattern);
          pattern.append('(').append(part).append(')');
          from = i + 1;
        }
      }
    }
    if (level != 0) {
      throw unbalanced(template);
    }
    quote(template, from, template.length(), pattern);
    return pattern.append('$').toString();
  }

  private static BuiltinException unbalanced(String template) {
    return BuiltinException.failure("unbalanced braces in " + ValueText.quoted(template));
  }

  private static void quote(String text, int start, int end, StringBuilder out) {
    for (int i = start; i < end; i++) {
      if (SPECIAL.indexOf(text.charAt(i)) >= 0) {
        out.append('\\');
      }
      out.append(text.charAt(i));
    }
  }
}
