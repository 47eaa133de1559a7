package dev.landwaiter.dockerfile.shell.parse;

import dev.landwaiter.dockerfile.shell.Part;
import dev.landwaiter.dockerfile.shell.Redirection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Here documents: their names are seen on one line, their bodies follow behind its end.
final class Documents {
  private record Pending(String name, boolean quoted, boolean tabs, List<Part> body) {}

  private final Cursor cursor;
  private final Words words;
  private final List<Pending> pending = new ArrayList<>(0);

  Documents(Cursor cursor, Words words) {
    this.cursor = cursor;
    this.words = words;
  }

  /// Reads `<<name` or `<<-name`, which begins at `start` with a descriptor.
  Redirection started(int start) {
    cursor.at += 2;
    boolean tabs = cursor.take('-');
    cursor.blanks();
    int from = cursor.at;
    var word = words.word();
    String raw = cursor.text.substring(from, cursor.at);
    var name = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '\'' || c == '"' || c == '\\') {
        quoted = true;
      } else {
        name.append(c);
      }
    }
    var body = new ArrayList<Part>(0);
    pending.add(new Pending(name.toString(), quoted, tabs, body));
    return new Redirection(
        cursor.place(start),
        cursor.place(),
        tabs ? "<<-" : "<<",
        List.of(word),
        Collections.unmodifiableList(body));
  }

  /// Takes the end of a line and the bodies that are due.
  void lineFeed() {
    cursor.take('\r');
    cursor.at++;
    if (pending.isEmpty()) {
      return;
    }
    List<Pending> due = List.copyOf(pending);
    pending.clear();
    for (Pending each : due) {
      read(each);
    }
  }

  private void read(Pending document) {
    int start = cursor.at;
    while (true) {
      if (cursor.ended()) {
        throw cursor.refuse("the here document " + document.name() + " does not end");
      }
      int from = cursor.at;
      cursor.skipLine();
      int to = cursor.at;
      while (document.tabs() && from < to && cursor.text.charAt(from) == '\t') {
        from++;
      }
      boolean last = cursor.text.substring(from, to).equals(document.name());
      if (last) {
        int end = lineStart(start, Math.max(start, from));
        List<Part> parts = List.of();
        if (!document.quoted()) {
          cursor.at = start;
          parts = words.document(end);
          cursor.at = to;
        }
        document.body().add(new Part.Quoted(cursor.place(start), cursor.place(end), false, parts));
        return;
      }
      if (!cursor.take('\n')) {
        throw cursor.refuse("the here document " + document.name() + " does not end");
      }
    }
  }

  private int lineStart(int start, int at) {
    int feed = cursor.text.lastIndexOf('\n', at - 1);
    return Math.max(start, feed + 1);
  }
}
