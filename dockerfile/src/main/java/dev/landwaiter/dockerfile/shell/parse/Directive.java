package dev.landwaiter.dockerfile.shell.parse;

/// A comment that tells ShellCheck something: `# shellcheck key=value`. What is wrong in one is
/// refused like a wrong command.
final class Directive {
  private final Cursor cursor;

  Directive(Cursor cursor) {
    this.cursor = cursor;
  }

  /// Whether nothing but blank lines follows.
  boolean last() {
    int start = cursor.at;
    cursor.skipLine();
    int end = cursor.at;
    cursor.at = start;
    return cursor.text.substring(end, cursor.limit()).isBlank();
  }

  /// Takes the line.
  void skip() {
    cursor.at = cursor.text.indexOf("shellcheck", cursor.at) + "shellcheck".length();
    if (!blanks()) {
      throw cursor.refuse("a blank is missing in the directive");
    }
    while (!cursor.ended() && !cursor.lineEnds()) {
      if (cursor.peek() == '#') {
        cursor.skipLine();
        return;
      }
      entry();
      blanks();
    }
  }

  private boolean blanks() {
    int start = cursor.at;
    while (cursor.peek() == ' ' || cursor.peek() == '\t') {
      cursor.at++;
    }
    return cursor.at > start;
  }

  private void entry() {
    int start = cursor.at;
    while (Character.isLetter(cursor.peek()) || cursor.peek() == '-') {
      cursor.at++;
    }
    String key = cursor.text.substring(start, cursor.at);
    cursor.expect('=', "a `=` is missing in the directive");
    if (key.equals("disable")) {
      do {
        code();
      } while (cursor.take(','));
      return;
    }
    while (!cursor.ended() && " \t\n\r".indexOf(cursor.peek()) < 0) {
      cursor.at++;
    }
  }

  private void code() {
    if (cursor.take("all")) {
      return;
    }
    do {
      cursor.take("SC");
      int start = cursor.at;
      while (Cursor.digit(cursor.peek())) {
        cursor.at++;
      }
      if (cursor.at == start) {
        throw cursor.refuse("a code is missing in the directive");
      }
    } while (cursor.take('-'));
  }
}
