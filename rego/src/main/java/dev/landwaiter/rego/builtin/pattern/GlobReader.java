package dev.landwaiter.rego.builtin.pattern;

import java.util.ArrayList;
import java.util.List;

/// Reads a glob. What is left open – a brace, an escape – ends with the pattern.
final class GlobReader {
  private static final int DEEPEST = 64;

  private final String pattern;
  private int at;

  GlobReader(String pattern) {
    this.pattern = pattern;
  }

  List<GlobPart> read() throws GlobSyntaxException {
    return parts(0);
  }

  /// Parts up to the end, or inside braces up to a comma or brace.
  private List<GlobPart> parts(int depth) throws GlobSyntaxException {
    if (depth > DEEPEST) {
      throw new GlobSyntaxException("more than the " + DEEPEST + " nested braces allowed");
    }
    var parts = new ArrayList<GlobPart>();
    while (at < pattern.length()) {
      char c = pattern.charAt(at);
      if (depth > 0 && (c == ',' || c == '}')) {
        break;
      }
      switch (c) {
        case '?' -> {
          at++;
          parts.add(new GlobPart.One());
        }
        case '*' -> {
          at++;
          boolean all = pattern.startsWith("*", at);
          at += all ? 1 : 0;
          parts.add(all ? new GlobPart.All() : new GlobPart.Any());
        }
        case '[' -> {
          at++;
          parts.add(characterClass());
        }
        case '{' -> {
          at++;
          parts.add(choice(depth + 1));
        }
        default -> parts.add(new GlobPart.Text(text(depth > 0 ? "?*[{,}" : "?*[{")));
      }
    }
    return parts;
  }

  private GlobPart choice(int depth) throws GlobSyntaxException {
    var alternatives = new ArrayList<List<GlobPart>>();
    while (true) {
      alternatives.add(parts(depth));
      if (at >= pattern.length()) {
        return new GlobPart.Choice(alternatives);
      }
      boolean closed = pattern.charAt(at) == '}';
      at++;
      if (closed) {
        return new GlobPart.Choice(alternatives);
      }
    }
  }

  /// Text up to one of these characters, escapes resolved.
  private String text(String ends) {
    var text = new StringBuilder();
    while (at < pattern.length()) {
      char c = pattern.charAt(at);
      if (c == '\\') {
        at++;
        if (at < pattern.length()) {
          text.appendCodePoint(point());
        }
      } else if (ends.indexOf(c) >= 0) {
        break;
      } else {
        text.append(c);
        at++;
      }
    }
    return text.toString();
  }

  private int point() {
    int point = pattern.codePointAt(at);
    at += Character.charCount(point);
    return point;
  }

  private GlobPart characterClass() throws GlobSyntaxException {
    boolean negated = pattern.startsWith("!", at);
    at += negated ? 1 : 0;
    require();
    int start = at;
    int first = point();
    if (pattern.startsWith("-", at)) {
      at++;
      require();
      int last = point();
      close();
      if (last < first) {
        throw new GlobSyntaxException(
            "hi character '%s' should be greater than lo '%s'"
                .formatted(Character.toString(last), Character.toString(first)));
      }
      return new GlobPart.Range(first, last, negated);
    }
    at = start;
    String points = text("]");
    close();
    if (points.isEmpty()) {
      throw new GlobSyntaxException("could not parse range");
    }
    return new GlobPart.OneOf(points, negated);
  }

  private void require() throws GlobSyntaxException {
    if (at >= pattern.length()) {
      throw new GlobSyntaxException("unexpected end of input");
    }
  }

  private void close() throws GlobSyntaxException {
    require();
    if (pattern.charAt(at) != ']') {
      throw new GlobSyntaxException("expected close range character");
    }
    at++;
  }
}
