package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.Optional;

/// COPY of a stage from itself.
public final class DL3023 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "DL3023",
          Level.ERROR,
          "COPY --from names the stage that it stands in",
          "A stage cannot copy from itself, so the builder refuses the file",
          "Name another stage, or leave --from away to copy from the build context");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return new Judge() {
      private Optional<Word> own = Optional.empty();

      @Override
      public void see(Instruction instruction, Sink sink) {
        if (instruction instanceof Instruction.From from) {
          own = from.name();
        } else if (instruction instanceof Instruction.Copy copy) {
          copy.from()
              .filter(each -> own.filter(name -> same(name.text(), each)).isPresent())
              .ifPresent(each ->
                  sink.report(
                      copy, each.span(), "A stage cannot copy from itself; name another one"));
        }
      }

      private boolean same(String name, Word from) {
        return around.classic() ? name.equals(from.text()) : name.equalsIgnoreCase(from.unquoted());
      }
    };
  }
}
