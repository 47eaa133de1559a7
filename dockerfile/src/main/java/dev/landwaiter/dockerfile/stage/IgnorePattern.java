package dev.landwaiter.dockerfile.stage;

import java.util.BitSet;
import java.util.Optional;

/// One pattern of an ignore file, matched in time linear in the path.
///
/// The pattern is a row of steps; all places of the pattern that fit are followed at once.
final class IgnorePattern {
  /// What a step takes from the path.
  private enum Kind {
    CHAR,
    /// One character but the slash.
    ANY,
    /// Any number of characters but the slash.
    STAR,
    /// Any number of characters.
    ALL,
    /// Nothing, or any text that ends with a slash.
    FOLDERS,
    /// One character of a class.
    CLASS
  }

  private record Step(Kind kind, int character, String members) {
    boolean takes(int c) {
      return switch (kind) {
        case CHAR -> c == character;
        case ANY, STAR -> c != '/';
        case ALL, FOLDERS -> true;
        case CLASS -> in(c);
      };
    }

    private boolean in(int c) {
      boolean outside = members.startsWith("^");
      for (int i = outside ? 1 : 0; i + 1 < members.length(); i += 2) {
        if (c >= members.charAt(i) && c <= members.charAt(i + 1)) {
          return !outside;
        }
      }
      return outside;
    }

    boolean mayBeNothing() {
      return kind == Kind.STAR || kind == Kind.ALL || kind == Kind.FOLDERS;
    }
  }

  private final Step[] steps;
  private final boolean exception;

  private IgnorePattern(Step[] steps, boolean exception) {
    this.steps = steps;
    this.exception = exception;
  }

  /// Reads a cleaned pattern; nothing where it is not valid.
  static Optional<IgnorePattern> read(String text, boolean exception) {
    var steps = new java.util.ArrayList<Step>();
    boolean simple = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '*' -> {
          boolean twice = i + 1 < text.length() && text.charAt(i + 1) == '*';
          if (!twice) {
            steps.add(new Step(Kind.STAR, 0, ""));
            simple = false;
            continue;
          }
          i++;
          i += i + 1 < text.length() && text.charAt(i + 1) == '/' ? 1 : 0;
          simple &= steps.isEmpty();
          steps.add(new Step(i + 1 < text.length() ? Kind.FOLDERS : Kind.ALL, 0, ""));
        }
        case '?' -> {
          steps.add(new Step(Kind.ANY, 0, ""));
          simple = false;
        }
        case '\\' -> {
          if (++i == text.length()) {
            return Optional.empty();
          }
          steps.add(new Step(Kind.CHAR, text.charAt(i), ""));
          simple = false;
        }
        case '[' -> {
          int end = classEnd(text, i);
          Optional<String> members = end < 0 ? Optional.empty() : members(text, i + 1, end);
          if (members.isEmpty()) {
            return Optional.empty();
          }
          steps.add(new Step(Kind.CLASS, 0, members.get()));
          simple = false;
          i = end;
        }
        default -> steps.add(new Step(Kind.CHAR, c, ""));
      }
    }
    if (simple && text.startsWith("**") && !text.startsWith("**/") && text.length() > 2) {
      // Two stars before plain text take any text, not only folders.
      steps.set(0, new Step(Kind.ALL, 0, ""));
    }
    return Optional.of(new IgnorePattern(steps.toArray(Step[]::new), exception));
  }

  private static int classEnd(String text, int open) {
    int i = open + 1;
    if (i < text.length() && text.charAt(i) == '^') {
      i++;
    }
    int first = i;
    while (i < text.length()) {
      if (text.charAt(i) == ']' && i > first) {
        return i;
      }
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return -1;
  }

  /// The ranges as pairs of characters, behind a `^` where those outside are meant.
  private static Optional<String> members(String text, int from, int end) {
    var pairs = new StringBuilder();
    int i = from;
    if (text.charAt(i) == '^') {
      pairs.append('^');
      i++;
    }
    while (i < end) {
      if (text.charAt(i) == '-') {
        return Optional.empty();
      }
      i += text.charAt(i) == '\\' ? 1 : 0;
      char low = text.charAt(i++);
      char high = low;
      if (i + 1 < end && text.charAt(i) == '-') {
        i++;
        i += text.charAt(i) == '\\' ? 1 : 0;
        high = text.charAt(i++);
      }
      pairs.append(low).append(high);
    }
    return Optional.of(pairs.toString());
  }

  boolean exception() {
    return exception;
  }

  /// Whether the pattern fits the path, or a folder it is in.
  boolean matches(String path) {
    var now = new BitSet(steps.length + 1);
    add(now, 0);
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '/' && now.get(steps.length)) {
        return true;
      }
      if (now.isEmpty()) {
        return false;
      }
      var next = new BitSet(steps.length + 1);
      for (int at = now.nextSetBit(0); at >= 0 && at < steps.length; at = now.nextSetBit(at + 1)) {
        if (!steps[at].takes(c)) {
          continue;
        }
        switch (steps[at].kind()) {
          case CHAR, ANY, CLASS -> add(next, at + 1);
          case STAR, ALL -> add(next, at);
          case FOLDERS -> {
            next.set(at);
            if (c == '/') {
              add(next, at + 1);
            }
          }
        }
      }
      now = next;
    }
    return now.get(steps.length);
  }

  /// Adds a place of the pattern, and those behind it that need no character.
  private void add(BitSet places, int place) {
    int at = place;
    places.set(at);
    while (at < steps.length && steps[at].mayBeNothing()) {
      at++;
      places.set(at);
    }
  }
}
