package dev.landwaiter.rego.builtin.text;

import static dev.landwaiter.rego.type.Type.STRING;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.util.List;

/// `replace`, `strings.replace_n`, `lower`, `upper`.
public final class Replacing {
  private Replacing() {}

  public static List<Builtin> all() {
    return List.of(
        new Builtin(
            Declaration.of("replace")
                .takes("x", STRING)
                .takes("old", STRING)
                .takes("new", STRING)
                .gives(STRING),
            Replacing::replace),
        new Builtin(
            Declaration.of("strings.replace_n")
                .takes("patterns", Type.object(STRING, STRING))
                .takes("value", STRING)
                .gives(STRING),
            Replacing::replaceSeveral),
        new Builtin(
            Declaration.of("lower").takes("x", STRING).gives(STRING),
            (_, arguments) -> lower(Operands.string(arguments, 0), arguments[0])),
        new Builtin(
            Declaration.of("upper").takes("x", STRING).gives(STRING),
            (_, arguments) -> upper(Operands.string(arguments, 0), arguments[0])));
  }

  private static Value replace(Surroundings surroundings, Value[] arguments)
      throws BuiltinException {
    String text = Operands.string(arguments, 0);
    String old = Operands.string(arguments, 1);
    String by = Operands.string(arguments, 2);
    if (old.isEmpty()) {
      return new StringValue(between(surroundings, text, by));
    }
    int next = text.indexOf(old);
    if (next < 0) {
      return arguments[0];
    }
    var replaced = new StringBuilder(text.length());
    int from = 0;
    for (; next >= 0; next = text.indexOf(old, from)) {
      Room.reserve(surroundings, by.length() + 16L);
      replaced.append(text, from, next).append(by);
      from = next + old.length();
    }
    return new StringValue(replaced.append(text, from, text.length()).toString());
  }

  /// Before every code point and at the end.
  private static String between(Surroundings surroundings, String text, String by)
      throws BuiltinException {
    Room.reserve(surroundings, text.length() + (text.length() + 1L) * by.length());
    var replaced = new StringBuilder();
    text.codePoints().forEach(point -> replaced.append(by).appendCodePoint(point));
    return replaced.append(by).toString();
  }

  /// At each place the first old text in sorted order that stands there; one pass.
  private static Value replaceSeveral(Surroundings surroundings, Value[] arguments)
      throws BuiltinException {
    ObjectValue patterns = Operands.object(arguments, 0);
    var olds = new String[patterns.size()];
    var news = new String[patterns.size()];
    for (int i = 0; i < olds.length; i++) {
      if (!(patterns.sortedKey(i) instanceof StringValue(String old))) {
        throw Operands.refused(1, "non-string key found in pattern object");
      }
      if (!(patterns.sortedValue(i) instanceof StringValue(String by))) {
        throw Operands.refused(1, "non-string value found in pattern object");
      }
      olds[i] = old;
      news[i] = by;
    }
    String text = Operands.string(arguments, 1);
    var replaced = new StringBuilder(text.length());
    boolean empty = false;
    int at = 0;
    while (at <= text.length()) {
      surroundings.check();
      int match = match(text, at, olds, empty);
      empty = match >= 0 && olds[match].isEmpty();
      if (match >= 0) {
        Room.reserve(surroundings, news[match].length());
        replaced.append(news[match]);
        at += olds[match].length();
      } else if (at < text.length()) {
        int point = text.codePointAt(at);
        replaced.appendCodePoint(point);
        at += Character.charCount(point);
      } else {
        at++;
      }
    }
    return new StringValue(replaced.toString());
  }

  private static int match(String text, int at, String[] olds, boolean afterEmpty) {
    for (int i = 0; i < olds.length; i++) {
      if (text.startsWith(olds[i], at) && !(afterEmpty && olds[i].isEmpty())) {
        return i;
      }
    }
    return -1;
  }

  private static Value lower(String text, Value same) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 || (c >= 'A' && c <= 'Z')) {
        var lower = new StringBuilder(text.length()).append(text, 0, i);
        text.codePoints()
            .skip(text.codePointCount(0, i))
            .forEach(point -> lower.appendCodePoint(Character.toLowerCase(point)));
        return new StringValue(lower.toString());
      }
    }
    return same;
  }

  private static Value upper(String text, Value same) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 || (c >= 'a' && c <= 'z')) {
        var upper = new StringBuilder(text.length()).append(text, 0, i);
        text.codePoints()
            .skip(text.codePointCount(0, i))
            .forEach(point -> upper.appendCodePoint(Character.toUpperCase(point)));
        return new StringValue(upper.toString());
      }
    }
    return same;
  }
}
