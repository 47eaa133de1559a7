package dev.landwaiter.dockerfile.parse;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.syntax.Blank;
import java.util.Arrays;
import java.util.OptionalInt;

/// The text of a file and where its lines begin; lines are counted from 0 here.
final class Source {
  final String text;
  private final int lines;

  /// One more than there are lines: the last one is the length of the text.
  private final int[] starts;

  Source(String text) {
    this.text = text;
    int[] found = new int[Math.max(16, text.length() / 24)];
    int count = 0;
    int at = 0;
    while (at < text.length()) {
      if (count + 1 >= found.length) {
        found = Arrays.copyOf(found, 2 * found.length);
      }
      found[count++] = at;
      int feed = text.indexOf('\n', at);
      at = feed < 0 ? text.length() : feed + 1;
    }
    found[count] = text.length();
    this.lines = count;
    this.starts = found;
  }

  int lines() {
    return lines;
  }

  int start(int line) {
    return starts[line];
  }

  /// Where the line ends, its line feed counted.
  int next(int line) {
    return starts[line + 1];
  }

  /// Where the line ends without the carriage returns and line feeds at its end.
  int end(int line) {
    int end = starts[line + 1];
    int start = starts[line];
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return end;
  }

  /// The first character that is no white space, or `end`.
  int skipSpace(int start, int end) {
    int at = start;
    while (at < end && Blank.isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /// The first line with more bytes than this in UTF-8, its end counted.
  OptionalInt longLine(int bytes) {
    if (text.length() <= bytes / 3) {
      return OptionalInt.empty();
    }
    for (int line = 0; line < lines; line++) {
      int length = starts[line + 1] - starts[line];
      if (length > bytes / 3 && bytes(starts[line], starts[line + 1]) > bytes) {
        return OptionalInt.of(line);
      }
    }
    return OptionalInt.empty();
  }

  private int bytes(int start, int end) {
    int bytes = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      // A surrogate is half of a character of four bytes.
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes;
  }

  Position position(int line, int offset) {
    int start = starts[line];
    return new Position(line + 1, offset == start ? 1 : 1 + text.codePointCount(start, offset));
  }

  Span span(int line, int start, int end) {
    return new Span(position(line, start), position(line, end));
  }

  /// The whole line, without its end; an empty file has line 1 nevertheless.
  Span span(int line) {
    return line < lines
        ? span(line, start(line), end(line))
        : new Span(new Position(line + 1, 1), new Position(line + 1, 1));
  }
}
