package dev.landwaiter.dockerfile.parse;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.syntax.Flag;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Statement;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Understands FROM.
final class Stages {
  private Stages() {}

  static Instruction from(StatementReader reader) {
    List<Word> words = Words.list(reader.arguments());
    boolean named = words.size() == 3 && words.get(1).text().equalsIgnoreCase("as");
    if (words.size() != 1 && !named) {
      return reader.broken(
          "FROM takes an image, and perhaps AS and a name", "write FROM image AS name");
    }
    reader.flags();
    Optional<Word> name = named ? Optional.of(words.get(2)) : Optional.empty();
    if (named && !isName(words.get(2).text().toLowerCase(Locale.ROOT))) {
      reader.refuse(
          words.get(2).span(),
          "a stage cannot have the name " + Quoted.of(words.get(2).text()),
          "begin with a letter and go on with letters, digits, `-`, `_` and `.`");
    }
    return new Instruction.From(
        reader.statement(), words.getFirst(), value(reader.statement(), "platform"), name);
  }

  /// The value of a flag as written.
  static Optional<Word> value(Statement statement, String name) {
    return statement.flag(name).filter(each -> each.value().isPresent()).map(Stages::value);
  }

  private static Word value(Flag flag) {
    int equals = flag.raw().indexOf('=') + 1;
    String text = flag.raw().substring(equals);
    Position start = flag.span().start();
    Position end = flag.span().end();
    int length = flag.raw().codePointCount(0, equals);
    boolean whole = end.line() == start.line();
    return new Word(
        text, new Span(whole ? new Position(start.line(), start.column() + length) : start, end));
  }

  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = c >= 'a' && c <= 'z';
      boolean later = (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
      if (!letter && (i == 0 || !later)) {
        return false;
      }
    }
    return !name.isEmpty();
  }
}
