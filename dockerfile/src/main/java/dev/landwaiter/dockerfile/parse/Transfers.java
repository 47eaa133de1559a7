package dev.landwaiter.dockerfile.parse;

import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Statement;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Understands COPY and ADD.
final class Transfers {
  private Transfers() {}

  static Instruction read(StatementReader reader) {
    Optional<List<Word>> words = reader.words();
    Statement statement = reader.statement();
    if (words.isEmpty()) {
      return new Instruction.Broken(statement);
    }
    String keyword = reader.keyword();
    int count = words.get().size();
    if (count < 2) {
      return reader.broken(
          keyword + " needs a source and a destination",
          count == 0
              ? "write " + keyword + " source destination"
              : "name where " + Quoted.of(words.get().getFirst().text()) + " shall go");
    }
    reader.flags();
    Word target = words.get().getLast();
    if (isMarker(target)) {
      reader.refuse(
          target.span(),
          "a heredoc cannot be the destination of " + keyword,
          "put the destination behind it");
    }
    List<Word> sources = new ArrayList<>(count - 1);
    for (Word word : words.get().subList(0, count - 1)) {
      if (!isMarker(word)) {
        sources.add(word);
      }
    }
    return keyword.equals("ADD")
        ? new Instruction.Add(statement, List.copyOf(sources), target)
        : new Instruction.Copy(
            statement, List.copyOf(sources), target, Stages.value(statement, "from"));
  }

  private static boolean isMarker(Word word) {
    return word.text().contains("<<") && HeredocMarker.of(word.text()).isPresent();
  }
}
