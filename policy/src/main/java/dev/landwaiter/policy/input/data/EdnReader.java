package dev.landwaiter.policy.input.data;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.InputText;
import dev.landwaiter.policy.input.TextPlaces;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Reads one value of EDN (the notation's specification, edn-format).
final class EdnReader {
  private final String where;
  private final String text;
  private final EdnScalars scalars;
  private int at;
  private int depth;

  EdnReader(String where, String text) {
    this.where = where;
    this.text = text;
    this.scalars = new EdnScalars(this);
  }

  /// The only value of the text.
  ///
  /// @throws FormatException when there is none, or more than one, or it is broken
  Edn read() throws FormatException {
    Edn value = node();
    if (!atEnd()) {
      throw wrong(at, "text after the end of the value");
    }
    return value;
  }

  private boolean atEnd() throws FormatException {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ';') {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (text.startsWith("#_", at)) {
        at += 2;
        var _ = node();
      } else if (c == ',' || Character.isWhitespace(c)) {
        at++;
      } else {
        return false;
      }
    }
    return true;
  }

  private Edn node() throws FormatException {
    if (++depth > InputText.DEPTH_LIMIT) {
      throw wrong(at, "nested deeper than " + InputText.DEPTH_LIMIT);
    }
    if (atEnd()) {
      throw wrong(at, "a value is missing");
    }
    int start = at;
    Edn node =
        switch (text.charAt(at)) {
          case '(' -> new Edn.Items(elements(1, ')'));
          case '[' -> new Edn.Items(elements(1, ']'));
          case '{' -> members(start);
          case '#' -> text.startsWith("#{", at) ? new Edn.Uniques(elements(2, '}')) : tagged();
          case '"' -> string();
          case ')', ']', '}' -> throw wrong(start, "a bracket that closes nothing");
          default -> scalars.read(token(), start);
        };
    depth--;
    return node;
  }

  private List<Edn> elements(int open, char close) throws FormatException {
    int start = at;
    at += open;
    List<Edn> elements = new ArrayList<>();
    while (!atEnd()) {
      if (text.charAt(at) == close) {
        at++;
        return elements;
      }
      elements.add(node());
    }
    throw wrong(start, "a bracket that is not closed");
  }

  private Edn members(int start) throws FormatException {
    List<Edn> nodes = elements(1, '}');
    if (nodes.size() % 2 != 0) {
      throw wrong(start, "a map with a key that has no value");
    }
    List<Edn> keys = new ArrayList<>();
    List<Edn> values = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i += 2) {
      keys.add(nodes.get(i));
      values.add(nodes.get(i + 1));
    }
    return new Edn.Members(keys, values);
  }

  private Edn tagged() throws FormatException {
    int start = at++;
    String tag = token();
    if (tag.isEmpty() || !Character.isLetter(tag.charAt(0))) {
      throw wrong(start, "# without a tag");
    }
    Edn value = node();
    if (value instanceof Edn.Text string) {
      switch (tag) {
        case "inst" -> {
          return new Edn.Scalar(scalars.moment(string.print(), start), 8, 0);
        }
        case "base64" -> {
          return new Edn.Scalar(bytes(string.print(), start), 8, 0);
        }
        default -> {}
      }
    }
    return new Edn.Tagged(tag, value);
  }

  private String bytes(String base64, int start) throws FormatException {
    try {
      List<Edn> numbers = new ArrayList<>();
      for (byte each : Base64.getDecoder().decode(base64)) {
        numbers.add(new Edn.Text(String.valueOf(each & 0xff)));
      }
      return new Edn.Items(numbers).print();
    } catch (IllegalArgumentException e) {
      throw wrong(start, "not base64: " + e.getMessage());
    }
  }

  private Edn string() throws FormatException {
    int start = at++;
    var string = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return new Edn.Text(string.toString());
      }
      if (c != '\\') {
        string.append(c);
        continue;
      }
      char escaped = at < text.length() ? text.charAt(at++) : '"';
      switch (escaped) {
        case 'b' -> string.append('\b');
        case 'f' -> string.append('\f');
        case 'n' -> string.append('\n');
        case 'r' -> string.append('\r');
        case 't' -> string.append('\t');
        case '\\', '"', '/' -> string.append(escaped);
        case 'u' -> {
          string.append((char) scalars.hex(at, start));
          at += 4;
        }
        default -> throw wrong(at - 2, "an escape that is not known: \\" + escaped);
      }
    }
    throw wrong(start, "a string that does not end");
  }

  /// The characters up to a blank or a bracket; a backslash takes the next one along.
  private String token() {
    int start = at;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\' && at + 1 < text.length()) {
        at += 2;
        continue;
      }
      if (c == ',' || c == '"' || c == ';' || "()[]{}".indexOf(c) >= 0) {
        break;
      }
      if (Character.isWhitespace(c)) {
        break;
      }
      at++;
    }
    return text.substring(start, at);
  }

  String text() {
    return text;
  }

  FormatException wrong(int offset, String message) {
    return InputText.wrong(
        where,
        new TextPlaces(text).at(Math.min(offset, text.length())),
        "not valid EDN: " + message,
        "");
  }
}
