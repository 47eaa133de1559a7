package dev.landwaiter.dockerfile.classic;

import dev.landwaiter.dockerfile.syntax.CommandLine;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Commands and lists of words in brackets.
final class CommandReader {
  private CommandReader() {}

  /// A list in brackets with nothing behind it, else the rest of the line.
  static CommandLine read(Cursor cursor) throws Refused {
    Optional<List<Word>> list = list(cursor);
    if (list.isPresent()) {
      cursor.done();
      return new CommandLine.Exec(list.get());
    }
    if (cursor.at >= cursor.end()) {
      throw cursor.refuseSurely(cursor.at, "expected a command");
    }
    return new CommandLine.Shell(cursor.rest());
  }

  /// A good list, the cursor behind it; else nothing, the cursor where it was.
  static Optional<List<Word>> list(Cursor cursor) {
    if (cursor.peek() != '[') {
      return Optional.empty();
    }
    int start = cursor.at;
    cursor.at++;
    var words = new ArrayList<Word>();
    cursor.skipBlanks();
    while (cursor.peek() == '"') {
      int close = close(cursor);
      if (close < 0) {
        break;
      }
      words.add(element(cursor, close));
      cursor.at = close + 1;
      cursor.skipBlanks();
      if (!cursor.take(",")) {
        break;
      }
      cursor.skipBlanks();
      if (cursor.peek() != '"') {
        cursor.at = start;
        return Optional.empty();
      }
    }
    if (cursor.take("]")) {
      return Optional.of(words);
    }
    cursor.at = start;
    return Optional.empty();
  }

  /// Where the element ends, or -1. Only a single backslash escapes a quote; more of them before a
  /// quote spoil the list.
  private static int close(Cursor cursor) {
    int run = 0;
    for (int i = cursor.at + 1; i < cursor.text.length(); i++) {
      char c = cursor.text.charAt(i);
      if (c == '"' && run != 1) {
        return run == 0 ? i : -1;
      }
      run = c == '\\' ? run + 1 : 0;
    }
    return -1;
  }

  private static Word element(Cursor cursor, int close) {
    String inner = cursor.text.substring(cursor.at + 1, close);
    String plain = inner.indexOf('\\') < 0 ? inner : inner.replace("\\\"", "\"");
    return cursor.word(cursor.at, close + 1, plain);
  }
}
