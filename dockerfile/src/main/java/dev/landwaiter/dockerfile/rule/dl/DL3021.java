package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.Edit;
import dev.landwaiter.dockerfile.Fix;
import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.MappedText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// COPY of several sources to something that is no folder.
public final class DL3021 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3021",
              Level.ERROR,
              "COPY has several sources and a target that does not end with a slash",
              "Several files can only be copied into a folder, so the builder refuses the file",
              "End the target with a slash")
          .fixes();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.Copy copy
          && copy.sources().size() + copy.statement().heredocs().size() > 1
          && !copy.target().unquoted().endsWith("/")) {
        sink.report(
            copy,
            copy.target().span(),
            "Several sources need a folder as target; end it with a slash",
            fix(copy));
      }
    };
  }

  private static Optional<Fix> fix(Instruction.Copy copy) {
    MappedText text = copy.statement().arguments();
    String target = copy.target().text();
    int from = text.offset(copy.target().span().start());
    int at = text.toString().indexOf(target, from);
    if (at < 0
        || at > from + 1
        || target.isEmpty()
        || isQuote(target.charAt(target.length() - 1))
        || Stream.concat(copy.sources().stream(), Stream.of(copy.target()))
            .anyMatch(each -> isStrange(each.text()))) {
      return Optional.empty();
    }
    Position end = text.span(at, at + target.length()).end();
    return Optional.of(
        new Fix("End the target with a slash", true, List.of(new Edit(new Span(end, end), "/"))));
  }

  /// An array that could not be read, or what another program replaces first.
  private static boolean isStrange(String word) {
    return word.indexOf('[') >= 0
        || word.indexOf(']') >= 0
        || word.contains("{{")
        || word.contains("}}");
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }
}
