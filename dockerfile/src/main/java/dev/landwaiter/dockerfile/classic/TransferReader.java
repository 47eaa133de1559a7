package dev.landwaiter.dockerfile.classic;

import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// COPY and ADD.
final class TransferReader {
  private static final Set<String> COPY =
      Set.of("from", "chown", "chmod", "link", "exclude", "parents");
  private static final Set<String> ADD =
      Set.of("checksum", "chown", "chmod", "link", "keep-git-dir", "unpack", "exclude");

  private final Cursor cursor;
  private final boolean copy;
  private Optional<Word> from = Optional.empty();

  TransferReader(Cursor cursor, boolean copy) {
    this.cursor = cursor;
    this.copy = copy;
  }

  Instruction read() throws Refused {
    flags();
    List<Word> words;
    Optional<List<Word>> list = CommandReader.list(cursor);
    if (list.isPresent()) {
      words = list.get();
    } else {
      words = words();
    }
    if (words.isEmpty() || (words.size() == 1 && cursor.statement.heredocs().isEmpty())) {
      throw cursor.refuse("expected a source and a target");
    }
    if (list.isPresent()) {
      cursor.done();
    }
    List<Word> sources = words.subList(0, words.size() - 1);
    Word target = words.getLast();
    return copy
        ? new Instruction.Copy(cursor.statement, List.copyOf(sources), target, from)
        : new Instruction.Add(cursor.statement, List.copyOf(sources), target);
  }

  private List<Word> words() {
    var words = new ArrayList<Word>();
    int end = cursor.end();
    while (cursor.at < end) {
      Word word = cursor.word();
      if (!heredoc(word)) {
        words.add(word);
      }
      if (cursor.at < end) {
        cursor.skipBlanks();
      }
    }
    return words;
  }

  private boolean heredoc(Word word) {
    return word.text().startsWith("<<")
        && cursor.statement.heredocs().stream()
            .anyMatch(each -> each.marker().text().equals(word.text()));
  }

  private void flags() throws Refused {
    boolean bad = false;
    boolean blank = false;
    var once = new java.util.HashSet<String>();
    while (cursor.text.startsWith("--", cursor.at)) {
      int start = cursor.at;
      Word word = cursor.word();
      int equals = word.text().indexOf('=');
      String name = word.text().substring(2, equals < 0 ? word.text().length() : equals);
      if ((equals < 0 && !bare(name)) || name.isEmpty()) {
        cursor.at = start;
        break;
      }
      boolean known = (copy ? COPY : ADD).contains(name);
      boolean empty = equals == word.text().length() - 1;
      blank |= empty;
      bad |= !known || (!once.add(name) && !name.equals("exclude"));
      if (name.equals("from") && !empty) {
        from = Optional.of(cursor.word(start + equals + 1, cursor.at));
      }
      cursor.skipBlanks();
    }
    if (blank) {
      throw cursor.refuseSurely(cursor.at, "a flag before this is empty");
    }
    if (bad) {
      throw cursor.refuse("a flag before this is not known or given twice");
    }
  }

  private boolean bare(String name) {
    return switch (name) {
      case "link" -> true;
      case "parents" -> copy;
      case "keep-git-dir", "unpack" -> !copy;
      default -> false;
    };
  }
}
