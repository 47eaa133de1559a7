package dev.landwaiter.dockerfile.shell.parse;

import dev.landwaiter.dockerfile.shell.Part;
import java.util.ArrayList;
import java.util.List;

/// Reads arithmetic for the expansions in it.
final class Arithmetic {
  private final Cursor cursor;
  private final Bounds bounds;
  private final Words words;

  Arithmetic(Cursor cursor, Bounds bounds, Words words) {
    this.cursor = cursor;
    this.bounds = bounds;
    this.words = words;
  }

  /// Reads up to this end and takes it.
  List<Part> until(String end) {
    var parts = new ArrayList<Part>();
    bounds.deeper(
        cursor,
        () -> {
          read(parts, end);
          return end;
        });
    return parts;
  }

  private void read(List<Part> parts, String end) {
    int open = 0;
    while (true) {
      char c = cursor.peek();
      if (cursor.ended()) {
        throw cursor.refuse("the arithmetic is not closed");
      }
      if (open == 0 && cursor.take(end)) {
        return;
      }
      switch (c) {
        case '(', '[' -> {
          open++;
          cursor.at++;
        }
        case ')', ']' -> {
          if (--open < 0) {
            throw cursor.refuse("the arithmetic is not closed");
          }
          cursor.at++;
        }
        case '\'' -> parts.add(words.single());
        case '"' -> parts.add(words.quoted(cursor.at));
        case '$' -> parts.add(words.dollar());
        case '`' -> parts.add(words.oldSubstitution(false));
        case '\\' -> cursor.at += cursor.at + 1 < cursor.limit() ? 2 : 1;
        case ';' -> throw cursor.refuse("a semicolon in arithmetic");
        default -> cursor.at++;
      }
    }
  }
}
