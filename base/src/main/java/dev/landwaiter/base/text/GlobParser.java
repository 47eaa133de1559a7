package dev.landwaiter.base.text;

import java.util.ArrayList;
import java.util.List;

/// Reads the text of a glob into its parts.
final class GlobParser {
  private static final int LENGTH_LIMIT = 4096;
  private static final int DEPTH_LIMIT = 32;

  private final String pattern;
  private int at;
  private int depth;

  GlobParser(String pattern) {
    this.pattern = pattern;
  }

  List<GlobPart> parse() throws InvalidGlobException {
    if (pattern.length() > LENGTH_LIMIT) {
      throw new InvalidGlobException(
          pattern.substring(0, 40) + "…", "longer than " + LENGTH_LIMIT + " characters");
    }
    return sequence();
  }

  private List<GlobPart> sequence() throws InvalidGlobException {
    List<GlobPart> parts = new ArrayList<>();
    while (at < pattern.length() && !(depth > 0 && (peek() == ',' || peek() == '}'))) {
      int point = next();
      switch (point) {
        case '?' -> parts.add(new GlobPart.One());
        case '*' -> parts.add(stars());
        case '[' -> parts.add(oneOf());
        case '{' -> parts.add(choice());
        case '\\' -> parts.add(new GlobPart.Literal(escaped()));
        default -> parts.add(new GlobPart.Literal(point));
      }
    }
    return parts;
  }

  private GlobPart stars() {
    int count = 1;
    while (at < pattern.length() && peek() == '*') {
      at++;
      count++;
    }
    return count == 2 ? new GlobPart.DoubleStar() : new GlobPart.Star();
  }

  private GlobPart choice() throws InvalidGlobException {
    if (depth == DEPTH_LIMIT) {
      throw wrong("braces nested deeper than " + DEPTH_LIMIT);
    }
    depth++;
    List<List<GlobPart>> alternatives = new ArrayList<>();
    int separator;
    do {
      alternatives.add(sequence());
      if (at == pattern.length()) {
        throw wrong("a { without its }");
      }
      separator = next();
    } while (separator == ',');
    depth--;
    return new GlobPart.Choice(alternatives);
  }

  private GlobPart oneOf() throws InvalidGlobException {
    boolean negated = at < pattern.length() && (peek() == '!' || peek() == '^');
    if (negated) {
      at++;
    }
    List<GlobPart.Range> ranges = new ArrayList<>();
    while (at < pattern.length() && peek() != ']') {
      int first = member();
      int last = first;
      boolean range = at + 1 < pattern.length() && peek() == '-' && pattern.charAt(at + 1) != ']';
      if (range) {
        at++;
        last = member();
      }
      ranges.add(new GlobPart.Range(first, last));
    }
    if (at == pattern.length()) {
      throw wrong("a [ without its ]");
    }
    if (ranges.isEmpty()) {
      throw wrong("[] has no characters");
    }
    at++;
    return new GlobPart.OneOf(ranges, negated);
  }

  private int member() throws InvalidGlobException {
    int point = next();
    return point == '\\' ? escaped() : point;
  }

  private int escaped() throws InvalidGlobException {
    if (at == pattern.length()) {
      throw wrong("nothing after the last \\");
    }
    return next();
  }

  private char peek() {
    return pattern.charAt(at);
  }

  private int next() {
    int point = pattern.codePointAt(at);
    at += Character.charCount(point);
    return point;
  }

  private InvalidGlobException wrong(String message) {
    return new InvalidGlobException(pattern, message);
  }
}
