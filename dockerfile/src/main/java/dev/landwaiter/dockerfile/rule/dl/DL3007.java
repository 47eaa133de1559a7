package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;

/// FROM with the tag latest.
public final class DL3007 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "DL3007",
          Level.WARNING,
          "FROM uses the tag latest",
          "The tag moves with every release, so that builds differ and break without a change of the file",
          "Write the tag of a certain version, as in debian:12");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.From from) {
        var image = ImageName.of(from, around.classic());
        if (image.tag().filter("latest"::equals).isPresent() && image.digest().isEmpty()) {
          sink.report(
              from, from.image().span(), "The tag latest moves; use the tag of a certain version");
        }
      }
    };
  }
}
