package dev.landwaiter.dockerfile.rule.buildkit;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Shown;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;

/// FROM that needs build arguments.
public final class InvalidDefaultArgInFrom implements Rule {
  private static final String ID = "InvalidDefaultArgInFrom";

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        ID,
        Level.WARNING,
        "FROM names no image without build arguments",
        "The file cannot be built as it is",
        "Give the variables defaults that make a name of an image");
  }

  @Override
  public Judge begin(Surroundings around) {
    return Checked.all(
        around,
        ID,
        (instruction, sink) -> {
          if (instruction instanceof Instruction.From from
              && around.build().stage(from).filter(each -> !each.defaults()).isPresent()) {
            sink.report(
                from,
                from.image().span(),
                "'" + Shown.of(from.image().text()) + "' names no image with the defaults alone");
          }
        });
  }
}
