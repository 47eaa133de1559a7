package dev.landwaiter.policy.input.data;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.InputText;
import dev.landwaiter.policy.input.TextPlaces;
import java.util.ArrayList;
import java.util.List;

/// Reads HOCON (Human-Optimized Config Object Notation, its informal specification) as it is
/// written; nothing is resolved yet.
final class HoconReader {
  private static final String NOT_BARE = "$\"{}[]:=,#`^?!@*&\\";

  private final String where;
  private final String text;

  /// Whether the end of the text closes what is open.
  private final boolean lenient;

  private int at;
  private int depth;

  HoconReader(String where, String text, boolean lenient) {
    this.where = where;
    this.text = text;
    this.lenient = lenient;
  }

  /// The object at the top, with or without its braces.
  Hocon.Fields read() throws FormatException {
    blanks(true);
    if (peek() == '[') {
      throw wrong(at, "the top is a list, where an object is expected");
    }
    var root = new Hocon.Fields(at);
    boolean braced = peek() == '{';
    if (braced) {
      at++;
    }
    fields(root, braced);
    blanks(true);
    if (at < text.length()) {
      throw wrong(at, "text behind the end of the object at the top");
    }
    return root;
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  /// Passes white space and comments.
  ///
  /// @param lines whether line breaks are white space, too
  private void blanks(boolean lines) {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#' || text.startsWith("//", at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (c == '\n' ? lines : c == '\ufeff' || isBlank(c)) {
        at++;
      } else {
        return;
      }
    }
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private void deeper(int levels) throws FormatException {
    depth += levels;
    if (depth > InputText.DEPTH_LIMIT) {
      throw wrong(at, "nested deeper than " + InputText.DEPTH_LIMIT);
    }
  }

  private void fields(Hocon.Fields object, boolean braced) throws FormatException {
    deeper(1);
    int start = at;
    while (true) {
      blanks(true);
      if (at >= text.length()) {
        if (braced && !lenient) {
          throw wrong(start, "an object that is not closed");
        }
        break;
      }
      if (braced && peek() == '}') {
        at++;
        break;
      }
      field(object);
      blanks(false);
      if (peek() == ',') {
        at++;
      } else if (at < text.length() && peek() != '\n' && !(braced && peek() == '}')) {
        throw wrong(at, "a value that ends with " + peek());
      }
    }
    depth--;
  }

  private void field(Hocon.Fields object) throws FormatException {
    int start = at;
    if (isInclude()) {
      throw wrong(start, "include is not followed: only this file is read");
    }
    List<String> path = path("=:{+");
    deeper(path.size());
    Hocon.Fields parent = object;
    for (String key : path.subList(0, path.size() - 1)) {
      parent = parent.field(key).object(start);
    }
    boolean adds = text.startsWith("+=", at);
    if (peek() != '{') {
      if (!adds && peek() != '=' && peek() != ':') {
        throw wrong(start, "a key without a value");
      }
      at += adds ? 2 : 1;
      blanks(true);
    }
    int from = at;
    Hocon value = value();
    parent.field(path.getLast()).add(adds ? new Hocon.Added(value, from) : value);
    depth -= path.size();
  }

  /// Whether the word `include` begins here with what is to be included.
  private boolean isInclude() {
    int next = at + "include".length();
    if (!text.startsWith("include", at) || next >= text.length() || !isBlank(text.charAt(next))) {
      return false;
    }
    while (next < text.length() && isBlank(text.charAt(next)) && text.charAt(next) != '\n') {
      next++;
    }
    return text.startsWith("\"", next)
        || text.startsWith("file(", next)
        || text.startsWith("url(", next)
        || text.startsWith("classpath(", next)
        || text.startsWith("required(", next);
  }

  /// Keys with dots between them, up to one of some characters.
  private List<String> path(String ends) throws FormatException {
    int start = at;
    List<String> path = new ArrayList<>();
    var key = new StringBuilder();
    int quoted = 0;
    while (at < text.length() && ends.indexOf(peek()) < 0 && peek() != '\n') {
      char c = peek();
      if (c == '"') {
        key.append(quoted());
        quoted = key.length();
      } else if (c == '.') {
        path.add(key(key, quoted, start));
        key.setLength(0);
        quoted = 0;
        at++;
      } else if (NOT_BARE.indexOf(c) >= 0) {
        throw wrong(at, "a key with " + c + " in it has no quotes");
      } else {
        key.append(c);
        at++;
      }
    }
    path.add(key(key, quoted, start));
    return path;
  }

  private String key(StringBuilder written, int quoted, int start) throws FormatException {
    int end = written.length();
    while (end > quoted && isBlank(written.charAt(end - 1))) {
      end--;
    }
    int from = 0;
    while (quoted == 0 && from < end && isBlank(written.charAt(from))) {
      from++;
    }
    if (from == end && quoted == 0 && text.charAt(Math.max(0, at - 1)) != '"') {
      throw wrong(start, "a key is missing");
    }
    return written.substring(from, end);
  }

  /// Everything up to the end of the line, a comma or a closing bracket.
  private Hocon value() throws FormatException {
    List<Hocon> parts = new ArrayList<>(1);
    int start = at;
    int behind = at;
    while (true) {
      int from = at;
      blanks(false);
      char c = peek();
      if (at >= text.length() || c == '\n' || c == ',' || c == '}' || c == ']') {
        break;
      }
      if (at > from && !parts.isEmpty()) {
        parts.add(new Hocon.Text(text.substring(behind, at), false, behind));
      }
      parts.add(part());
      behind = at;
    }
    if (parts.isEmpty()) {
      throw wrong(start, "a value is missing");
    }
    return parts.size() == 1 ? parts.getFirst() : new Hocon.Joined(parts, start);
  }

  private Hocon part() throws FormatException {
    int start = at;
    return switch (peek()) {
      case '{' -> {
        at++;
        var object = new Hocon.Fields(start);
        fields(object, true);
        yield object;
      }
      case '[' -> list();
      case '"' -> new Hocon.Text(quoted(), true, start);
      case '$' -> reference();
      default -> bare(start);
    };
  }

  private Hocon bare(int start) throws FormatException {
    while (at < text.length()
        && NOT_BARE.indexOf(peek()) < 0
        && !isBlank(peek())
        && !text.startsWith("//", at)) {
      at++;
    }
    if (at == start) {
      throw wrong(start, "a text with " + peek() + " in it has no quotes");
    }
    return new Hocon.Text(text.substring(start, at), false, start);
  }

  private Hocon list() throws FormatException {
    deeper(1);
    int start = at++;
    List<Hocon> elements = new ArrayList<>();
    while (true) {
      blanks(true);
      if (at >= text.length()) {
        throw wrong(start, "a list that is not closed");
      }
      if (peek() == ']') {
        at++;
        depth--;
        return new Hocon.Items(elements, start);
      }
      elements.add(value());
      blanks(true);
      if (peek() == ',') {
        at++;
      } else if (peek() == '}') {
        throw wrong(at, "} inside a list");
      }
    }
  }

  private Hocon reference() throws FormatException {
    int start = at;
    if (!text.startsWith("${", at)) {
      throw wrong(at, "$ that is no reference; put quotes around it");
    }
    at += 2;
    boolean optional = peek() == '?';
    at += optional ? 1 : 0;
    List<String> path = path("}");
    if (peek() != '}') {
      throw wrong(start, "a reference that is not closed");
    }
    at++;
    return new Hocon.Reference(path, optional, start);
  }

  private String quoted() throws FormatException {
    int start = at;
    if (text.startsWith("\"\"\"", at)) {
      int end = text.indexOf("\"\"\"", at + 3);
      if (end < 0) {
        throw wrong(start, "a text whose quotes do not end");
      }
      // Further quotes at the end belong to the text.
      while (text.startsWith("\"", end + 3)) {
        end++;
      }
      at = end + 3;
      return text.substring(start + 3, end);
    }
    at++;
    var bare = new StringBuilder();
    while (at < text.length() && peek() != '\n') {
      char c = text.charAt(at++);
      if (c == '"') {
        return bare.toString();
      }
      bare.append(c == '\\' ? escaped(start) : c);
    }
    throw wrong(start, "a text whose quotes do not end");
  }

  private char escaped(int start) throws FormatException {
    char c = peek();
    at++;
    return switch (c) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case '"', '\\', '/' -> c;
      case 'u' -> {
        int number = 0;
        for (int i = 0; i < 4; i++) {
          int digit = Character.digit(peek(), 16);
          if (digit < 0) {
            throw wrong(start, "\\u without four hexadecimal digits");
          }
          number = number * 16 + digit;
          at++;
        }
        yield (char) number;
      }
      default -> throw wrong(at - 1, "an escape that is not known: \\" + c);
    };
  }

  FormatException wrong(int offset, String message) {
    return InputText.wrong(
        where,
        new TextPlaces(text).at(Math.min(offset, text.length())),
        "not valid HOCON: " + message,
        "");
  }
}
