package dev.landwaiter.dockerfile.rule.buildkit;

import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.MappedText;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The words of FROM: an image, and perhaps AS and a name.
record StageWords(List<Word> words) {
  /// Those of an instruction; nothing where it is no FROM.
  static Optional<StageWords> of(Instruction instruction) {
    if (!instruction.statement().keyword().text().equalsIgnoreCase("from")) {
      return Optional.empty();
    }
    MappedText text = instruction.statement().arguments();
    List<Word> words = new ArrayList<>(3);
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || blank(text.charAt(i))) {
        if (i > start) {
          words.add(new Word(text.slice(start, i).toString(), text.span(start, i)));
        }
        start = i + 1;
      }
    }
    return Optional.of(new StageWords(words));
  }

  private static boolean blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  /// What stands where AS must stand; the builder looks at its case before it knows the word.
  Optional<Word> second() {
    return words.size() > 2 ? Optional.of(words.get(1)) : Optional.empty();
  }

  /// What stands where the name must stand.
  Optional<Word> third() {
    return words.size() == 3 ? Optional.of(words.get(2)) : Optional.empty();
  }

  Optional<Word> name() {
    return third().filter(each -> words.get(1).text().equalsIgnoreCase("as"));
  }
}
