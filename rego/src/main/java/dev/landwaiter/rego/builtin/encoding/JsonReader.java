package dev.landwaiter.rego.builtin.encoding;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.syntax.ValueText;
import java.util.ArrayList;
import java.util.List;

/// Reads JSON (RFC 8259). Errors have the texts of Go's decoder, which policies' tests compare;
/// numbers keep their text, the last of equal keys wins, half a surrogate pair becomes U+FFFD.
final class JsonReader {
  static final int DEPTH_LIMIT = 1_000;

  /// Reading a number takes time by the square of its length.
  private static final int LONGEST_NUMBER = 200_000;

  private static final int END = -1;

  private final String text;
  private int at;
  private int depth;

  JsonReader(String text) {
    this.text = text;
  }

  /// The value the text begins with.
  Value document() throws BuiltinException {
    if (skipBlanks() == END) {
      throw BuiltinException.failure("EOF");
    }
    return value();
  }

  /// Checks that nothing follows, in the words of the original, which reads one token more: a
  /// `null` there is not seen.
  void end() throws BuiltinException {
    int c = skipBlanks();
    if (c == END) {
      return;
    }
    if (c == '[' || c == '{') {
      throw surplus(String.valueOf((char) c));
    }
    switch (value()) {
      case NullValue _ -> {}
      case StringValue string -> throw surplus(string.text());
      case NumberValue number -> throw surplus(number.text());
      case Value other -> throw surplus("%!s(bool=" + JsonText.of(other) + ")");
    }
  }

  boolean atEnd() {
    return skipBlanks() == END;
  }

  private static BuiltinException surplus(String token) {
    return BuiltinException.failure(
        "error: invalid character '" + token + "' after top-level value");
  }

  private Value value() throws BuiltinException {
    int c = skipBlanks();
    return switch (c) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> new StringValue(string());
      case 't' -> literal("true", Value.of(true));
      case 'f' -> literal("false", Value.of(false));
      case 'n' -> literal("null", NullValue.NULL);
      default -> {
        if (c == '-' || isDigit(c)) {
          yield number();
        }
        throw wrong("looking for beginning of value");
      }
    };
  }

  private Value object() throws BuiltinException {
    enter();
    var members = new ObjectValue.Draft();
    if (skipBlanks() == '}') {
      return leave(members.finish());
    }
    while (true) {
      if (skipBlanks() != '"') {
        throw wrong("looking for beginning of object key string");
      }
      var key = new StringValue(string());
      if (skipBlanks() != ':') {
        throw wrong("after object key");
      }
      at++;
      members.put(key, value());
      int c = skipBlanks();
      if (c == '}') {
        return leave(members.finish());
      }
      if (c != ',') {
        throw wrong("after object key:value pair");
      }
      at++;
    }
  }

  private Value array() throws BuiltinException {
    enter();
    if (skipBlanks() == ']') {
      return leave(ArrayValue.EMPTY);
    }
    List<Value> elements = new ArrayList<>();
    while (true) {
      elements.add(value());
      int c = skipBlanks();
      if (c == ']') {
        return leave(new ArrayValue(elements));
      }
      if (c != ',') {
        throw wrong("after array element");
      }
      at++;
    }
  }

  private void enter() throws BuiltinException {
    at++;
    if (++depth > DEPTH_LIMIT) {
      throw BuiltinException.failure("exceeded max depth");
    }
  }

  private Value leave(Value value) {
    at++;
    depth--;
    return value;
  }

  private String string() throws BuiltinException {
    int start = ++at;
    while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\\') {
      plain();
    }
    if (peek() == '"') {
      return whole(text.substring(start, at++));
    }
    var out = new StringBuilder(text.substring(start, at));
    while (peek() != '"') {
      if (peek() == '\\') {
        escape(out);
      } else {
        out.append((char) plain());
      }
    }
    at++;
    return whole(out.toString());
  }

  private int plain() throws BuiltinException {
    int c = peek();
    if (c < ' ') {
      throw wrong("in string literal");
    }
    at++;
    return c;
  }

  private void escape(StringBuilder out) throws BuiltinException {
    at++;
    int c = peek();
    switch (c) {
      case '"', '\\', '/' -> out.append((char) c);
      case 'b' -> out.append('\b');
      case 'f' -> out.append('\f');
      case 'n' -> out.append('\n');
      case 'r' -> out.append('\r');
      case 't' -> out.append('\t');
      case 'u' -> {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
          at++;
          int digit = peek() < 0x80 ? Character.digit(peek(), 16) : -1;
          if (digit < 0) {
            throw wrong("in \\u hexadecimal character escape");
          }
          unit = unit * 16 + digit;
        }
        out.append((char) unit);
      }
      default -> throw wrong("in string escape code");
    }
    at++;
  }

  /// The text with halves of surrogate pairs replaced.
  private static String whole(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        var out = new StringBuilder(text.length());
        text.codePoints()
            .forEach(
                point -> out.appendCodePoint(point >= 0xd800 && point < 0xe000 ? 0xfffd : point));
        return out.toString();
      }
    }
    return text;
  }

  private Value number() throws BuiltinException {
    int start = at;
    if (peek() == '-') {
      at++;
      if (!isDigit(peek())) {
        throw wrong("in numeric literal");
      }
    }
    if (peek() == '0') {
      at++;
    } else {
      digits();
    }
    if (peek() == '.') {
      at++;
      if (!isDigit(peek())) {
        throw wrong("after decimal point in numeric literal");
      }
      digits();
    }
    if (peek() == 'e' || peek() == 'E') {
      at++;
      if (peek() == '+' || peek() == '-') {
        at++;
      }
      if (!isDigit(peek())) {
        throw wrong("in exponent of numeric literal");
      }
      digits();
    }
    if (at - start > LONGEST_NUMBER) {
      throw BuiltinException.failure("a number of more than " + LONGEST_NUMBER + " characters");
    }
    try {
      return NumberValue.of(text.substring(start, at));
    } catch (NumberFormatException e) {
      throw BuiltinException.failure("a number too large to be read");
    }
  }

  private void digits() {
    while (isDigit(peek())) {
      at++;
    }
  }

  private Value literal(String word, Value value) throws BuiltinException {
    for (int i = 0; i < word.length(); i++, at++) {
      if (peek() != word.charAt(i)) {
        throw wrong("in literal " + word + " (expecting '" + word.charAt(i) + "')");
      }
    }
    return value;
  }

  private int skipBlanks() {
    while (peek() == ' ' || peek() == '\n' || peek() == '\t' || peek() == '\r') {
      at++;
    }
    return peek();
  }

  private int peek() {
    return at < text.length() ? text.charAt(at) : END;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private BuiltinException wrong(String where) {
    if (at >= text.length()) {
      return BuiltinException.failure("unexpected EOF");
    }
    int point = text.codePointAt(at);
    // The original looks at bytes: of a longer code point it shows the first.
    int shown = Character.toString(point).getBytes(UTF_8)[0] & 0xff;
    String quoted =
        switch (shown) {
          case '\'' -> "\\'";
          case '"' -> "\"";
          default -> {
            String inner = ValueText.quoted(Character.toString(shown));
            yield inner.substring(1, inner.length() - 1);
          }
        };
    return BuiltinException.failure("invalid character '" + quoted + "' " + where);
  }
}
