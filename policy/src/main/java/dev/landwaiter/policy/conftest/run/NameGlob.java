package dev.landwaiter.policy.conftest.run;

import dev.landwaiter.policy.conftest.NamespaceException;
import java.util.ArrayList;
import java.util.List;

/// A pattern for names of packages: `*` is any text (dots too), `?` one character, `[a-z]` one of a
/// range, `\` takes the next character for itself. A match takes time linear in the product of both
/// lengths.
final class NameGlob {
  private static final int LIMIT = 4096;

  /// One character, or any text.
  private record Part(boolean any, boolean negated, List<int[]> ranges) {
    static final Part TEXT = new Part(true, false, List.of());
    static final Part ONE = new Part(false, true, List.of());

    boolean takes(int c) {
      boolean inside = ranges.stream().anyMatch(range -> range[0] <= c && c <= range[1]);
      return c != '/' && inside != negated;
    }
  }

  private final List<Part> parts = new ArrayList<>();
  private final int[] pattern;
  private final String text;
  private int at;

  /// @throws NamespaceException when a bracket is not closed or empty, and behind a last `\`
  NameGlob(String text) throws NamespaceException {
    this.text = text;
    this.pattern = text.codePoints().toArray();
    if (pattern.length > LIMIT) {
      throw new NamespaceException(text.substring(0, 40) + "…");
    }
    while (at < pattern.length) {
      int c = pattern[at++];
      switch (c) {
        case '*' -> parts.add(Part.TEXT);
        case '?' -> parts.add(Part.ONE);
        case '[' -> parts.add(brackets());
        case '\\' -> parts.add(one(next()));
        default -> parts.add(one(c));
      }
    }
  }

  private static Part one(int c) {
    return new Part(false, false, List.of(new int[] {c, c}));
  }

  private int next() throws NamespaceException {
    if (at == pattern.length) {
      throw new NamespaceException(text);
    }
    return pattern[at++];
  }

  private int member() throws NamespaceException {
    int c = next();
    if (c == '-' || c == ']') {
      throw new NamespaceException(text);
    }
    return c == '\\' ? next() : c;
  }

  private Part brackets() throws NamespaceException {
    boolean negated = at < pattern.length && pattern[at] == '^';
    at += negated ? 1 : 0;
    List<int[]> ranges = new ArrayList<>();
    while (ranges.isEmpty() || at == pattern.length || pattern[at] != ']') {
      int low = member();
      int high = low;
      if (at < pattern.length && pattern[at] == '-') {
        at++;
        high = member();
      }
      ranges.add(new int[] {low, high});
    }
    at++;
    return new Part(false, negated, ranges);
  }

  boolean matches(String name) {
    int[] characters = name.codePoints().toArray();
    boolean[] reached = new boolean[parts.size() + 1];
    reached[0] = true;
    skipTexts(reached);
    for (int c : characters) {
      boolean[] after = new boolean[parts.size() + 1];
      for (int i = 0; i < parts.size(); i++) {
        Part part = parts.get(i);
        if (reached[i] && part.any()) {
          after[i] |= c != '/';
        } else if (reached[i] && part.takes(c)) {
          after[i + 1] = true;
        }
      }
      skipTexts(after);
      reached = after;
    }
    return reached[parts.size()];
  }

  private void skipTexts(boolean[] reached) {
    for (int i = 0; i < parts.size(); i++) {
      if (reached[i] && parts.get(i).any()) {
        reached[i + 1] = true;
      }
    }
  }
}
