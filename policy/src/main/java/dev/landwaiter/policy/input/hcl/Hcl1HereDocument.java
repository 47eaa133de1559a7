package dev.landwaiter.policy.input.hcl;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.policy.input.SourceText;
import dev.landwaiter.policy.input.hcl.Hcl1Token.Kind;

/// Here-documents of HCL 1.
final class Hcl1HereDocument {
  private Hcl1HereDocument() {}

  static Hcl1Token read(SourceText source, int from) throws FormatException {
    String text = source.text();
    if (!text.startsWith("<<", from)) {
      throw source.wrong(from, "an illegal character <", "a here-document begins with <<");
    }
    boolean indented = text.startsWith("-", from + 2);
    int start = from + (indented ? 3 : 2);
    int end = start;
    while (end < text.length()
        && (Hcl1Scanner.isLetter(text.codePointAt(end))
            || Character.isDigit(text.codePointAt(end)))) {
      end += Character.charCount(text.codePointAt(end));
    }
    if (end == start || end >= text.length() || text.charAt(end) != '\n') {
      throw source.wrong(
          from, "a here-document begins with its mark alone", "write <<EOT and a line break");
    }
    return body(source, from, text.substring(start, end), indented);
  }

  private static Hcl1Token body(SourceText source, int from, String mark, boolean indented)
      throws FormatException {
    String text = source.text();
    int first = text.indexOf('\n', from) + 1;
    int line = first;
    for (int end = text.indexOf('\n', line); end >= 0; end = text.indexOf('\n', line)) {
      if (isMark(text, line, end, mark, indented)) {
        String body = text.substring(first, text.lastIndexOf(mark, end));
        return new Hcl1Token(Kind.TEXT, indented ? unindented(body) : body, from, end + 1);
      }
      line = end + 1;
    }
    throw source.wrong(
        from,
        "a here-document without its end",
        "a line must hold " + mark + " alone, and end with a line break");
  }

  /// The original wants the line of an indented mark to be longer than the mark by one character at
  /// least, since it counts the dash.
  private static boolean isMark(String text, int line, int end, String mark, boolean indented) {
    int least = mark.length() + (indented ? 1 : 0);
    int start = end - mark.length();
    if (end - line < least || !text.startsWith(mark, start)) {
      return false;
    }
    for (int i = line; i < start; i++) {
      if (text.charAt(i) != ' ' && text.charAt(i) != '\t') {
        return false;
      }
    }
    return true;
  }

  /// Cuts the indentation of the mark from all lines, if all have it.
  private static String unindented(String body) {
    String[] lines = body.split("\n", -1);
    String indentation = lines[lines.length - 1];
    for (String line : lines) {
      if (!line.startsWith(indentation)) {
        return body.substring(0, body.length() - indentation.length());
      }
    }
    var text = new StringBuilder(body.length());
    for (int i = 0; i < lines.length - 1; i++) {
      text.append(lines[i], indentation.length(), lines[i].length()).append('\n');
    }
    return text.toString();
  }
}
