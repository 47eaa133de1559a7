package dev.landwaiter.dockerfile.parse;

import dev.landwaiter.dockerfile.syntax.Blank;
import dev.landwaiter.dockerfile.syntax.Flag;
import dev.landwaiter.dockerfile.syntax.Keywords;
import dev.landwaiter.dockerfile.syntax.MappedText;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.List;

/// A logical line taken apart: its keyword, the flags behind it and the rest.
///
/// @param rest what stands behind the keyword, flags included
record Split(Word keyword, List<Flag> flags, MappedText arguments, MappedText rest) {

  /// Splits a line that has no white space at its ends.
  static Split of(MappedText line, char escape) {
    int end = 0;
    int length = line.length();
    while (end < length && !Blank.separates(line.charAt(end))) {
      end++;
    }
    Word keyword = Words.word(line, 0, end);
    int start = end;
    while (start < length && Blank.separates(line.charAt(start))) {
      start++;
    }
    MappedText rest = line.slice(start, length);
    FlagReader reader = new FlagReader(rest, escape);
    int from = reader.read();
    return new Split(keyword, reader.flags(), rest.slice(from, rest.length()).trim(), rest);
  }

  /// Whether the instruction can have heredocs: only some, and not with arguments as an array.
  boolean takesHeredocs(char escape) {
    return switch (Keywords.normal(keyword.text())) {
      case "ADD", "COPY", "RUN" -> !JsonArray.isValid(arguments);
      // The trigger counts; one within another trigger does not.
      case "ONBUILD" -> !arguments.isEmpty() && Split.of(arguments, escape).isTransferOrRun();
      default -> false;
    };
  }

  private boolean isTransferOrRun() {
    return switch (Keywords.normal(keyword.text())) {
      case "ADD", "COPY", "RUN" -> !JsonArray.isValid(arguments);
      default -> false;
    };
  }
}
