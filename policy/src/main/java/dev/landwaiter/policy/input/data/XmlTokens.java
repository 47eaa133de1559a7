package dev.landwaiter.policy.input.data;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.InputText;
import dev.landwaiter.policy.input.TextPlaces;

/// Reads the tokens of XML 1.0 as Go's `encoding/xml` does, which asks neither for one root nor for
/// namespaces that are declared, and passes over document types.
final class XmlTokens {
  private final String where;
  private final String text;
  private final XmlTree tree;
  private final TextPlaces places;
  private int at;

  XmlTokens(String where, String text, XmlTree tree) {
    this.where = where;
    this.text = text;
    this.tree = tree;
    this.places = new TextPlaces(text);
  }

  /// Hands all tokens to the tree.
  ///
  /// @throws FormatException at the first mistake; what stands before it is handed over
  void read() throws FormatException {
    while (at < text.length()) {
      if (text.charAt(at) != '<') {
        int end = text.indexOf('<', at);
        tree.text(resolved(end < 0 ? text.length() : end, false));
      } else if (text.startsWith("</", at)) {
        end();
      } else if (text.startsWith("<?", at)) {
        passInstruction();
      } else if (text.startsWith("<!--", at)) {
        passComment();
      } else if (text.startsWith("<![CDATA[", at)) {
        int start = at + "<![CDATA[".length();
        int end = find("]]>", start, "a CDATA section that does not end");
        tree.text(normalized(text.substring(start, end)));
        at = end + 3;
      } else if (text.startsWith("<!", at)) {
        passDirective();
      } else {
        element();
      }
    }
  }

  private void element() throws FormatException {
    int start = at++;
    String name = name();
    int colon = prefixEnd(name);
    String prefix = colon < 0 ? "" : name.substring(0, colon);
    String local = name.substring(colon + 1);
    tree.start(prefix, local, places.at(start));
    while (true) {
      blanks();
      if (text.startsWith("/>", at)) {
        at += 2;
        tree.end(prefix, local, places.span(start, at));
        return;
      }
      if (text.startsWith(">", at)) {
        at++;
        return;
      }
      attribute();
    }
  }

  private void attribute() throws FormatException {
    String name = name();
    blanks();
    if (!text.startsWith("=", at)) {
      throw wrong(at, "the attribute " + name + " has no value");
    }
    at++;
    blanks();
    if (!text.startsWith("\"", at) && !text.startsWith("'", at)) {
      throw wrong(at, "the value of the attribute " + name + " has no quotes");
    }
    int end = find(text.substring(at, at + 1), at + 1, "a value whose quote does not end");
    int start = at++;
    String value = resolved(end, true);
    at = end + 1;
    tree.attribute(name.substring(prefixEnd(name) + 1), value, places.span(start, at));
  }

  private void end() throws FormatException {
    int start = at;
    at += 2;
    String name = name();
    blanks();
    if (!text.startsWith(">", at)) {
      throw wrong(at, "the end of the element " + name + " is not closed");
    }
    at++;
    int colon = prefixEnd(name);
    tree.end(
        colon < 0 ? "" : name.substring(0, colon),
        name.substring(colon + 1),
        places.span(start, at));
  }

  /// The colon behind a prefix, or -1: a colon at an end of a name is part of it.
  private static int prefixEnd(String name) {
    int colon = name.indexOf(':');
    return colon == 0 || colon == name.length() - 1 ? -1 : colon;
  }

  private void passInstruction() throws FormatException {
    int start = at;
    at += 2;
    String target = name();
    int end = find("?>", at, "an instruction that does not end");
    String content = text.substring(at, end);
    if (target.equals("xml") && content.contains("version") && !content.contains("1.0")) {
      throw wrong(start, "only version 1.0 is read");
    }
    at = end + 2;
  }

  private void passComment() throws FormatException {
    int end = find("--", at + 4, "a comment that does not end");
    if (!text.startsWith(">", end + 2)) {
      throw wrong(end, "-- inside a comment");
    }
    at = end + 3;
  }

  /// Passes over a document type with its declarations, and comments in them.
  private void passDirective() throws FormatException {
    int start = at;
    at += 2;
    int depth = 1;
    char quote = 0;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (text.startsWith("<!--", at)) {
        at = find("-->", at + 4, "a comment that does not end") + 2;
      } else if (c == '<') {
        depth++;
      } else if (c == '>') {
        depth--;
        if (depth == 0) {
          at++;
          return;
        }
      }
    }
    throw wrong(start, "a declaration that does not end");
  }

  /// Text up to an end, with references replaced.
  private String resolved(int end, boolean attribute) throws FormatException {
    var resolved = new StringBuilder(end - at);
    while (at < end) {
      char c = text.charAt(at);
      if (c == '&') {
        resolved.appendCodePoint(reference(end));
        continue;
      }
      if (c == '<' && attribute) {
        throw wrong(at, "< inside the value of an attribute");
      }
      if (!attribute && text.startsWith("]]>", at)) {
        throw wrong(at, "]]> outside of a CDATA section");
      }
      if (c < ' ' && c != '\t' && c != '\n' && c != '\r') {
        throw wrong(at, "the character U+%04X is not allowed".formatted((int) c));
      }
      if (c != '\r') {
        resolved.append(c);
      } else if (!text.startsWith("\n", at + 1)) {
        resolved.append('\n');
      }
      at++;
    }
    return resolved.toString();
  }

  private int reference(int end) throws FormatException {
    int start = at;
    int semicolon = text.indexOf(';', at);
    if (semicolon < 0 || semicolon >= end) {
      throw wrong(start, "& that is no reference; write &amp;");
    }
    String name = text.substring(at + 1, semicolon);
    at = semicolon + 1;
    return switch (name) {
      case "lt" -> '<';
      case "gt" -> '>';
      case "amp" -> '&';
      case "apos" -> '\'';
      case "quot" -> '"';
      default -> {
        if (!name.startsWith("#")) {
          throw wrong(start, "the entity &" + name + "; is not known");
        }
        yield number(name, start);
      }
    };
  }

  private int number(String name, int start) throws FormatException {
    boolean hex = name.startsWith("#x");
    try {
      int point = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
      boolean allowed =
          point == '\t'
              || point == '\n'
              || point == '\r'
              || (point >= ' ' && point < 0xd800)
              || (point >= 0xe000 && point <= 0x10ffff && point != 0xfffe && point != 0xffff);
      if (allowed) {
        return point;
      }
    } catch (NumberFormatException e) {
      // Told below, as numbers out of range are.
    }
    throw wrong(start, "&" + name + "; is no character");
  }

  private String name() throws FormatException {
    int start = at;
    while (at < text.length() && isName(text.codePointAt(at), at > start)) {
      at += Character.charCount(text.codePointAt(at));
    }
    if (at == start) {
      throw wrong(start, "a name is missing");
    }
    return text.substring(start, at);
  }

  private static boolean isName(int point, boolean inside) {
    return Character.isLetter(point)
        || point == '_'
        || point == ':'
        || (inside
            && (point == '-'
                || point == '.'
                || point == 0xb7
                || Character.isDigit(point)
                || Character.getType(point) == Character.NON_SPACING_MARK
                || Character.getType(point) == Character.COMBINING_SPACING_MARK));
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private int find(String wanted, int from, String missing) throws FormatException {
    int found = text.indexOf(wanted, from);
    if (found < 0) {
      throw wrong(at, missing);
    }
    return found;
  }

  private static String normalized(String piece) {
    return piece.replace("\r\n", "\n").replace('\r', '\n');
  }

  private FormatException wrong(int offset, String message) {
    return InputText.wrong(
        where, places.at(Math.min(offset, text.length())), "not valid XML: " + message, "");
  }
}
