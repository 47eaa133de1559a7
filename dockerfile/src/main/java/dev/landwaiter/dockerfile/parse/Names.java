package dev.landwaiter.dockerfile.parse;

import dev.landwaiter.dockerfile.syntax.Blank;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.MappedText;
import dev.landwaiter.dockerfile.syntax.Pair;
import dev.landwaiter.dockerfile.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Understands the instructions with names and values: ARG, ENV and LABEL.
final class Names {
  private Names() {}

  /// Makes an instruction of its pairs.
  interface Form {
    Instruction of(Statement statement, List<Pair> pairs, boolean old);
  }

  static Instruction arg(StatementReader reader) {
    List<MappedText> words = Words.quoted(reader.arguments(), reader.escape());
    if (words.isEmpty()) {
      return reader.broken("ARG needs a name", "write ARG NAME or ARG NAME=value");
    }
    List<Instruction.Argument> found = new ArrayList<>(words.size());
    for (MappedText word : words) {
      int equals = word.toString().indexOf('=');
      if (equals == 0) {
        return reader.broken("ARG needs a name before the equals sign", "write ARG NAME=value");
      }
      found.add(
          equals < 0
              ? new Instruction.Argument(Words.word(word), Optional.empty())
              : new Instruction.Argument(
                  Words.word(word, 0, equals),
                  Optional.of(Words.word(word, equals + 1, word.length()))));
    }
    return new Instruction.Arg(reader.statement(), List.copyOf(found));
  }

  static Instruction pairs(StatementReader reader, Form form) {
    MappedText text = reader.arguments();
    String keyword = reader.keyword();
    List<MappedText> words = Words.quoted(text, reader.escape());
    if (words.isEmpty()) {
      reader.flags();
      return reader.broken(keyword + " needs a name and a value", example(keyword));
    }
    if (words.getFirst().toString().indexOf('=') < 0) {
      return old(reader, form);
    }
    List<Pair> pairs = new ArrayList<>(words.size());
    boolean blank = false;
    for (MappedText word : words) {
      int equals = word.toString().indexOf('=');
      if (equals < 0) {
        return reader.unreadable(
            word.span(),
            "there is no equals sign in " + Quoted.of(word) + ", which stands behind a pair",
            "put a value with blanks in it in double quotes");
      }
      blank |= equals == 0;
      pairs.add(new Pair(Words.word(word, 0, equals), Words.word(word, equals + 1, word.length())));
    }
    reader.flags();
    if (blank) {
      return reader.broken(keyword + " needs a name before each equals sign", example(keyword));
    }
    return form.of(reader.statement(), List.copyOf(pairs), false);
  }

  /// `ENV name value`: the name goes to the first white space, everything else is the value.
  private static Instruction old(StatementReader reader, Form form) {
    MappedText text = reader.arguments();
    int end = 0;
    while (end < text.length() && !Blank.separates(text.charAt(end))) {
      end++;
    }
    int value = end;
    while (value < text.length() && Blank.separates(text.charAt(value))) {
      value++;
    }
    if (end == text.length()) {
      return reader.unreadable(
          text.span(), reader.keyword() + " needs a value too", example(reader.keyword()));
    }
    reader.flags();
    Pair pair = new Pair(Words.word(text, 0, end), Words.word(text, value, text.length()));
    return form.of(reader.statement(), List.of(pair), true);
  }

  private static String example(String keyword) {
    return "write " + keyword + " name=value";
  }
}
