package dev.landwaiter.dockerfile.classic;

import java.util.Arrays;

/// The lines of a file, found when first asked for.
final class FileLines {
  private final String text;
  private int[] starts = {};

  FileLines(String text) {
    this.text = text;
  }

  /// The line of this number, from 1, without its end; empty behind the last one.
  String line(int number) {
    return number > count() ? "" : text.substring(starts[number - 1], end(number));
  }

  /// The blanks at the end of a line.
  String blanks(int number) {
    if (number > count()) {
      return "";
    }
    int end = end(number);
    int start = end;
    while (start > starts[number - 1] && Cursor.isBlank(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start, end);
  }

  private int end(int number) {
    int end = number < starts.length ? starts[number] : text.length();
    while (end > starts[number - 1] && isEnd(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  int count() {
    if (starts.length == 0) {
      index();
    }
    return starts.length;
  }

  private static boolean isEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private void index() {
    int[] found = new int[16];
    int count = 1;
    for (int feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) {
      if (count == found.length) {
        found = Arrays.copyOf(found, 2 * count);
      }
      found[count++] = feed + 1;
    }
    starts = Arrays.copyOf(found, count);
  }

  /// The column of a code point (both from 1) when tabs reach to the next multiple of eight.
  int wide(int number, int column) {
    String line = line(number);
    if (line.indexOf('\t') < 0) {
      return column;
    }
    int wide = 1;
    int at = 0;
    for (int i = 1; i < column && at < line.length(); i++) {
      int c = line.codePointAt(at);
      at += Character.charCount(c);
      wide = c == '\t' ? (wide - 1) / 8 * 8 + 9 : wide + 1;
    }
    return wide;
  }

  /// The first line from this one on that is not blank; `count() + 1` where there is none.
  int notBlank(int number) {
    int at = number;
    while (at <= count() && line(at).isBlank()) {
      at++;
    }
    return at;
  }
}
