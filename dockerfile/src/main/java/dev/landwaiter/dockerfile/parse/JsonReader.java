package dev.landwaiter.dockerfile.parse;

import dev.landwaiter.dockerfile.syntax.MappedText;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.BitSet;
import java.util.List;

/// Checks one JSON array, the whole text, and collects the strings of its first level.
///
/// It accepts what RFC 8259 accepts, at most 10,000 levels deep and with numbers that a double can
/// hold; it does not call itself, so depth costs nothing.
final class JsonReader {
  private static final int DEEPEST = 10_000;

  private final MappedText source;
  private final String text;
  private final List<Word> words;

  /// Of each open bracket: set when it is that of an object.
  private final BitSet objects = new BitSet();

  private int depth;
  private int at;
  private boolean allStrings = true;

  JsonReader(MappedText source, List<Word> words) {
    this.source = source;
    this.text = source.toString();
    this.words = words;
  }

  boolean allStrings() {
    return allStrings;
  }

  boolean isArray() {
    skip();
    if (!is('[')) {
      return false;
    }
    open(false);
    at++;
    skip();
    // True where a value must come; false behind one.
    boolean value = true;
    boolean first = true;
    while (depth > 0) {
      if (value) {
        if (first && closes()) {
          value = false;
        } else if (!value()) {
          return false;
        } else {
          value = opened;
          first = opened;
        }
      } else if (closes()) {
        close();
      } else if (is(',')) {
        at++;
        skip();
        value = true;
        first = false;
      } else {
        return false;
      }
    }
    return at == text.length();
  }

  private boolean opened;

  /// Reads a value, behind its key in an object; of an array or object only the opening bracket.
  private boolean value() {
    opened = false;
    if (objects.get(depth - 1)) {
      if (!is('"') || !string(false)) {
        return false;
      }
      skip();
      if (!is(':')) {
        return false;
      }
      at++;
      skip();
    }
    if (at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    if (c == '"') {
      boolean good = string(depth == 1);
      skip();
      return good;
    }
    if (depth == 1) {
      allStrings = false;
    }
    if (c == '[' || c == '{') {
      opened = true;
      at++;
      skip();
      return open(c == '{');
    }
    boolean good = literal(c);
    skip();
    return good;
  }

  private boolean open(boolean object) {
    if (depth >= DEEPEST) {
      return false;
    }
    objects.set(depth++, object);
    return true;
  }

  private boolean closes() {
    return depth > 0 && is(objects.get(depth - 1) ? '}' : ']');
  }

  private void close() {
    depth--;
    at++;
    skip();
  }

  private boolean literal(char c) {
    return switch (c) {
      case 't' -> constant("true");
      case 'f' -> constant("false");
      case 'n' -> constant("null");
      default -> number();
    };
  }

  private boolean constant(String name) {
    boolean good = text.startsWith(name, at);
    at += name.length();
    return good;
  }

  private boolean number() {
    int start = at;
    if (is('-')) {
      at++;
    }
    if (is('0')) {
      at++;
    } else if (!digits()) {
      return false;
    }
    if (is('.')) {
      at++;
      if (!digits()) {
        return false;
      }
    }
    if (is('e') || is('E')) {
      at++;
      if (is('+') || is('-')) {
        at++;
      }
      if (!digits()) {
        return false;
      }
    }
    return !Double.isInfinite(Double.parseDouble(text.substring(start, at)));
  }

  private boolean digits() {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at > start;
  }

  private boolean string(boolean keep) {
    int start = ++at;
    StringBuilder read = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        if (keep) {
          words.add(new Word(read.toString(), source.span(start, at)));
        }
        at++;
        return true;
      }
      if (c < ' ') {
        return false;
      }
      at++;
      if (c != '\\') {
        read.append(c);
      } else if (!escaped(read)) {
        return false;
      }
    }
    return false;
  }

  private boolean escaped(StringBuilder read) {
    if (at >= text.length()) {
      return false;
    }
    char c = text.charAt(at++);
    switch (c) {
      case '"', '\\', '/' -> read.append(c);
      case 'b' -> read.append('\b');
      case 'f' -> read.append('\f');
      case 'n' -> read.append('\n');
      case 'r' -> read.append('\r');
      case 't' -> read.append('\t');
      case 'u' -> {
        return unicode(read);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean unicode(StringBuilder read) {
    int code = code(at);
    if (code < 0) {
      return false;
    }
    at += 4;
    char c = (char) code;
    if (Character.isHighSurrogate(c) && text.startsWith("\\u", at)) {
      int second = code(at + 2);
      if (second >= 0 && Character.isLowSurrogate((char) second)) {
        at += 6;
        read.append(c).append((char) second);
        return true;
      }
    }
    read.append(Character.isSurrogate(c) ? '\uFFFD' : c);
    return true;
  }

  /// Four hexadecimal digits, or -1.
  private int code(int start) {
    if (start + 4 > text.length()) {
      return -1;
    }
    int code = 0;
    for (int i = start; i < start + 4; i++) {
      char c = text.charAt(i);
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      code = 16 * code + digit;
    }
    return code;
  }

  private boolean is(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private void skip() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
        return;
      }
      at++;
    }
  }
}
