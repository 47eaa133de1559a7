package dev.landwaiter.dockerfile.classic;

import dev.landwaiter.dockerfile.syntax.Pair;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.ArrayList;
import java.util.List;

/// Names and values of ENV and LABEL, quotes taken away.
final class PairsReader {
  private final Cursor cursor;
  private final List<Pair> pairs = new ArrayList<>();
  private boolean old;

  PairsReader(Cursor cursor) {
    this.cursor = cursor;
  }

  boolean old() {
    return old;
  }

  List<Pair> read() throws Refused {
    do {
      Word key = word(true);
      if (cursor.take("=")) {
        pairs.add(new Pair(key, word(false)));
      } else {
        cursor.skipBlanks();
        old = pairs.isEmpty();
        pairs.add(new Pair(key, cursor.line("a value")));
      }
      cursor.skipBlanks();
    } while (!cursor.atEnd());
    return pairs;
  }

  /// Up to a blank (for a key, up to `=`) outside quotes.
  private Word word(boolean key) throws Refused {
    int start = cursor.at;
    var plain = new StringBuilder();
    while (!cursor.atEnd() && !Cursor.isBlank(cursor.peek()) && !(key && cursor.peek() == '=')) {
      char c = cursor.peek();
      int close = c == '"' || c == '\'' ? close(c) : -1;
      if (close > 0) {
        plain.append(unescaped(cursor.at + 1, close));
        cursor.at = close + 1;
      } else if (c == '"' || c == '\'') {
        String reason = "expected a closing quote";
        throw closed(start)
            ? cursor.refuse(cursor.text.length(), reason)
            : cursor.refuseSurely(cursor.text.length(), reason);
      } else if (c == cursor.escape && cursor.at + 1 < cursor.text.length()) {
        plain.append(c).append(cursor.text.charAt(cursor.at + 1));
        cursor.at += 2;
      } else {
        plain.append(c);
        cursor.at++;
      }
    }
    if (key && cursor.at == start) {
      throw cursor.refuse("expected a name");
    }
    return cursor.word(start, cursor.at, plain.toString());
  }

  /// Offset of the quote that closes the one here, or -1.
  private int close(char quote) {
    for (int i = cursor.at + 1; i < cursor.text.length(); i++) {
      char c = cursor.text.charAt(i);
      if (c == quote) {
        return i;
      }
      if (c == cursor.escape) {
        i++;
      }
    }
    return -1;
  }

  /// Whether the builder finds all quotes closed; it knows no escapes between single ones.
  private boolean closed(int from) {
    char open = 0;
    for (int i = from; i < cursor.text.length(); i++) {
      char c = cursor.text.charAt(i);
      if (c == cursor.escape && open != '\'') {
        i++;
      } else if (open == 0 && (c == '"' || c == '\'')) {
        open = c;
      } else if (c == open) {
        open = 0;
      }
    }
    return open == 0;
  }

  private String unescaped(int from, int to) {
    String inner = cursor.text.substring(from, to);
    return inner.indexOf(cursor.escape) < 0
        ? inner
        : inner.replace(cursor.escape + "\"", "\"").replace(cursor.escape + "'", "'");
  }
}
