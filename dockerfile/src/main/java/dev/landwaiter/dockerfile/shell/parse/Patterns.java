package dev.landwaiter.dockerfile.shell.parse;

import dev.landwaiter.dockerfile.shell.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what stands for other words: globs, extended globs and braces.
final class Patterns {
  private final Cursor cursor;
  private final Bounds bounds;
  private final Words words;

  /// No class in brackets that begins before this offset is closed.
  private int openUntil;

  Patterns(Cursor cursor, Bounds bounds, Words words) {
    this.cursor = cursor;
    this.bounds = bounds;
    this.words = words;
  }

  Part glob() {
    char c = cursor.peek();
    if (c != '[' && cursor.peek(1) == '(') {
      Optional<Part> extended = extended();
      if (extended.isPresent()) {
        return extended.get();
      }
    }
    if (c == '*' || c == '?') {
      int start = cursor.at++;
      return new Part.Glob(cursor.place(start), cursor.place(), String.valueOf(c));
    }
    if (c == '[' && closedClass()) {
      int start = cursor.at;
      takeClass();
      return new Part.Glob(
          cursor.place(start), cursor.place(), cursor.text.substring(start, cursor.at));
    }
    return words.one();
  }

  private boolean closedClass() {
    int start = cursor.at;
    if (start < openUntil) {
      return false;
    }
    boolean closed = takeClass();
    if (!closed) {
      openUntil = cursor.at;
    }
    cursor.at = start;
    return closed;
  }

  /// Takes `[...]`; where it is not closed the cursor stays where that was seen.
  private boolean takeClass() {
    cursor.at++;
    if (cursor.peek() == '!' || cursor.peek() == '^') {
      cursor.at++;
    }
    boolean any = cursor.take(']');
    while (!cursor.ended()) {
      char c = cursor.peek();
      if (c == ']') {
        if (any) {
          cursor.at++;
        }
        return any;
      }
      any = true;
      if (c == '[' && cursor.peek(1) == ':') {
        if (!takeNamed()) {
          return false;
        }
      } else if (c == '\\' && cursor.at + 1 < cursor.limit()) {
        cursor.at += 2;
      } else if (Cursor.plain(c) || "![?*@+".indexOf(c) >= 0) {
        cursor.at++;
      } else {
        return false;
      }
    }
    return false;
  }

  /// `[:alpha:]` inside a class.
  private boolean takeNamed() {
    int start = cursor.at;
    cursor.at += 2;
    while (Character.isLetter(cursor.peek())) {
      cursor.at++;
    }
    if (cursor.at > start + 2 && cursor.take(":]")) {
      return true;
    }
    cursor.at = start;
    return false;
  }

  /// `@(a|b)` and its like, the cursor at the first character.
  Optional<Part> extended() {
    int start = cursor.at;
    return bounds
        .attempt(
            cursor,
            () ->
                bounds.deeper(
                    cursor,
                    () -> {
                      cursor.at++;
                      return choices();
                    }))
        .map(parts -> new Part.Pattern(cursor.place(start), cursor.place(), parts));
  }

  private List<Part> choices() {
    cursor.at++;
    var parts = new ArrayList<Part>();
    while (!cursor.take(')')) {
      if (cursor.ended()) {
        throw cursor.refuse("the pattern is not closed");
      }
      char c = cursor.peek();
      if (c == '|' || c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        cursor.at++;
      } else if (c == '(') {
        parts.addAll(bounds.deeper(cursor, this::choices));
      } else {
        parts.add(words.part("").orElseThrow(() -> cursor.refuse("the pattern is not closed")));
      }
    }
    return parts;
  }

  /// Braces that stand for several words, or for themselves.
  Part brace() {
    if (cursor.peek() == '{' && cursor.manner.extended()) {
      Optional<Part> braces = bounds.attempt(cursor, this::expansion);
      if (braces.isPresent()) {
        return braces.get();
      }
      if (cursor.peek(1) == '}') {
        cursor.at += 2;
        return words.text(cursor.at - 2, cursor.at);
      }
    }
    return words.one();
  }

  private Part expansion() {
    return bounds.deeper(
        cursor,
        () -> {
          int start = cursor.at++;
          var parts = new ArrayList<Part>();
          boolean several = false;
          int from = cursor.at;
          while (cursor.peek() != '}') {
            if (cursor.take(',')) {
              several = true;
            } else {
              element().ifPresent(parts::add);
            }
          }
          if (!several && cursor.text.substring(from, cursor.at).contains("..")) {
            several = true;
          }
          if (!several) {
            throw cursor.refuse("only one word stands in the braces");
          }
          cursor.at++;
          return new Part.Braces(cursor.place(start), cursor.place(), parts);
        });
  }

  private Optional<Part> element() {
    return switch (cursor.peek()) {
      case '{' -> bounds.attempt(cursor, this::expansion).or(() -> Optional.of(refused()));
      case '$' ->
          Optional.of(words.expansion(false).orElseThrow(() -> cursor.refuse("a lone `$`")));
      case '\'' -> Optional.of(words.single());
      case '"' -> Optional.of(words.quoted(cursor.at));
      case '\\' -> {
        cursor.at += cursor.at + 1 < cursor.limit() ? 2 : 1;
        yield Optional.empty();
      }
      case ' ', '\t', '\n', '\r', Cursor.END -> throw cursor.refuse("a blank in the braces");
      default -> {
        cursor.at++;
        yield Optional.empty();
      }
    };
  }

  private Part refused() {
    throw cursor.refuse("the braces are not closed");
  }
}
