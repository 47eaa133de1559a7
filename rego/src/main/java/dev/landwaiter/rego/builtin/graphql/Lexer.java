package dev.landwaiter.rego.builtin.graphql;

import java.util.ArrayList;
import java.util.List;

/// Splits a GraphQL document (specification, section 2.1) into tokens. What cannot be read becomes
/// a token of its own, since the parser may fail earlier for another reason.
final class Lexer {
  private static final int END = -1;

  private final int[] points;
  private int at;
  private int line = 1;
  private int lineStart;

  Lexer(String text) {
    this.points = text.codePoints().toArray();
  }

  Token next() {
    skipBlanks();
    int start = at;
    int c = peek(0);
    if (c == END) {
      return token(Token.Kind.END, "", start);
    }
    if (isNameStart(c)) {
      while (isNameStart(peek(0)) || isDigit(peek(0))) {
        at++;
      }
      return token(Token.Kind.NAME, text(start, at), start);
    }
    if (c == '-' || isDigit(c)) {
      return number();
    }
    if (c == '"') {
      return peek(1) == '"' && peek(2) == '"' ? blockString() : string();
    }
    if (c == '.' && peek(1) == '.' && peek(2) == '.') {
      at += 3;
      return token(Token.Kind.SPREAD, "", start);
    }
    Token.Kind kind = punctuator(c);
    if (kind != Token.Kind.INVALID) {
      at++;
      return token(kind, "", start);
    }
    if (c < ' ') {
      return wrong("Cannot contain the invalid character \"\\u%04d\"".formatted(c));
    }
    return wrong(
        c == '\''
            ? "Unexpected single quote character ('), did you mean to use a double quote (\")?"
            : "Cannot parse the unexpected character \"" + firstByte(c) + "\".");
  }

  /// The original looks at single bytes.
  private static String firstByte(int point) {
    byte[] bytes = Character.toString(point).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return Character.toString(bytes[0] & 0xff);
  }

  private static Token.Kind punctuator(int c) {
    return switch (c) {
      case '!' -> Token.Kind.BANG;
      case '$' -> Token.Kind.DOLLAR;
      case '&' -> Token.Kind.AMPERSAND;
      case '(' -> Token.Kind.OPEN_ROUND;
      case ')' -> Token.Kind.CLOSE_ROUND;
      case ':' -> Token.Kind.COLON;
      case '=' -> Token.Kind.EQUALS;
      case '@' -> Token.Kind.AT;
      case '[' -> Token.Kind.OPEN_SQUARE;
      case ']' -> Token.Kind.CLOSE_SQUARE;
      case '{' -> Token.Kind.OPEN_CURLY;
      case '}' -> Token.Kind.CLOSE_CURLY;
      case '|' -> Token.Kind.PIPE;
      default -> Token.Kind.INVALID;
    };
  }

  /// Blanks, commas, line ends, byte order marks and comments.
  private void skipBlanks() {
    while (true) {
      switch (peek(0)) {
        case ' ', '\t', ',', 0xfeff -> at++;
        case '\n' -> endLine(1);
        case '\r' -> {
          endLine(1);
          // The line feed belongs to the line that begins here, as in the original.
          at += peek(0) == '\n' ? 1 : 0;
        }
        case '#' -> {
          while (peek(0) != END && peek(0) != '\n' && peek(0) != '\r') {
            at++;
          }
        }
        default -> {
          return;
        }
      }
    }
  }

  private void endLine(int length) {
    at += length;
    line++;
    lineStart = at;
  }

  private Token number() {
    int start = at;
    at += peek(0) == '-' ? 1 : 0;
    if (peek(0) == '0') {
      at++;
      if (isDigit(peek(0))) {
        return wrong("Invalid number, unexpected digit after 0: " + described() + ".");
      }
    } else if (!digits()) {
      return wrong("Invalid number, expected digit but got: " + described() + ".");
    }
    var kind = Token.Kind.INT;
    if (peek(0) == '.') {
      kind = Token.Kind.FLOAT;
      at++;
      if (!digits()) {
        return wrong("Invalid number, expected digit but got: " + described() + ".");
      }
    }
    if (peek(0) == 'e' || peek(0) == 'E') {
      kind = Token.Kind.FLOAT;
      at++;
      at += peek(0) == '-' || peek(0) == '+' ? 1 : 0;
      if (!digits()) {
        return wrong("Invalid number, expected digit but got: " + described() + ".");
      }
    }
    return token(kind, text(start, at), start);
  }

  private boolean digits() {
    int start = at;
    while (isDigit(peek(0))) {
      at++;
    }
    return at > start;
  }

  private String described() {
    return peek(0) == END ? "<EOF>" : "\"" + Character.toString(peek(0)) + "\"";
  }

  private Token string() {
    int start = ++at;
    var out = new StringBuilder();
    while (peek(0) != END && peek(0) != '\n' && peek(0) != '\r') {
      int c = peek(0);
      if (c == '"') {
        at++;
        return token(Token.Kind.STRING, out.toString(), start);
      }
      if (c < ' ' && c != '\t') {
        return wrong("Invalid character within String: \"\\u%04d\".".formatted(c));
      }
      at++;
      if (c != '\\') {
        out.appendCodePoint(c);
        continue;
      }
      int length = escape(out);
      if (length == 0) {
        return wrong("Invalid character escape sequence: \\" + escapeShown() + ".");
      }
      at += length;
    }
    return wrong("Unterminated string.");
  }

  private String escapeShown() {
    return text(at, Math.min(points.length, peek(0) == 'u' ? at + 5 : at + 1));
  }

  /// Writes what an escape stands for; its length behind the backslash, or 0 when there is no such.
  private int escape(StringBuilder out) {
    int c = peek(0);
    switch (c) {
      case '"', '/', '\\' -> out.appendCodePoint(c);
      case 'b' -> out.append('\b');
      case 'f' -> out.append('\f');
      case 'n' -> out.append('\n');
      case 'r' -> out.append('\r');
      case 't' -> out.append('\t');
      case 'u' -> {
        int unit = 0;
        for (int i = 1; i <= 4; i++) {
          int digit = peek(i) < 0x80 ? Character.digit(peek(i), 16) : -1;
          if (digit < 0) {
            return 0;
          }
          unit = unit * 16 + digit;
        }
        out.append(unit >= 0xd800 && unit < 0xe000 ? '\ufffd' : (char) unit);
        return 5;
      }
      default -> {
        return 0;
      }
    }
    return 1;
  }

  private Token blockString() {
    at += 3;
    int start = at;
    var out = new StringBuilder();
    while (peek(0) != END) {
      int c = peek(0);
      if (c == '"' && peek(1) == '"' && peek(2) == '"') {
        while (peek(3) == '"') {
          out.append('"');
          at++;
        }
        Token token = token(Token.Kind.BLOCK_STRING, dedented(out.toString()), start);
        at += 3;
        return token;
      }
      if (c < ' ' && c != '\t' && c != '\n' && c != '\r') {
        return wrong("Invalid character within String: \"\\u%04d\".".formatted(c));
      }
      if (c == '\\' && peek(1) == '"' && peek(2) == '"' && peek(3) == '"') {
        out.append("\"\"\"");
        at += 4;
      } else if (c == '\n' || c == '\r') {
        out.append('\n');
        endLine(c == '\r' && peek(1) == '\n' ? 2 : 1);
      } else {
        out.appendCodePoint(c);
        at++;
      }
    }
    return wrong("Unterminated string.");
  }

  /// The text of a block string: without common indentation and empty lines around.
  private static String dedented(String raw) {
    List<String> lines = new ArrayList<>(List.of(raw.split("\n", -1)));
    int common = Integer.MAX_VALUE;
    for (String line : lines.subList(1, lines.size())) {
      int indent = indent(line);
      if (indent < line.length()) {
        common = Math.min(common, indent);
      }
    }
    for (int i = 1; i < lines.size() && common < Integer.MAX_VALUE; i++) {
      String line = lines.get(i);
      lines.set(i, line.length() < common ? "" : line.substring(common));
    }
    while (!lines.isEmpty() && indent(lines.getFirst()) == lines.getFirst().length()) {
      lines.removeFirst();
    }
    while (!lines.isEmpty() && indent(lines.getLast()) == lines.getLast().length()) {
      lines.removeLast();
    }
    return String.join("\n", lines);
  }

  private static int indent(String line) {
    int at = 0;
    while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  private Token token(Token.Kind kind, String text, int start) {
    return new Token(kind, text, new Place(line, start - lineStart + 1));
  }

  private Token wrong(String message) {
    return new Token(Token.Kind.INVALID, message, new Place(line, at - lineStart + 1));
  }

  private String text(int from, int to) {
    return new String(points, from, to - from);
  }

  private int peek(int ahead) {
    return at + ahead < points.length ? points[at + ahead] : END;
  }

  private static boolean isNameStart(int c) {
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
