package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;

/// FROM without a tag.
public final class DL3006 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "DL3006",
          Level.WARNING,
          "FROM names an image without tag and digest",
          "The image is then the newest one on the day of the build, so that builds differ and break without a change of the file",
          "Write a tag behind the name, as in debian:12");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    var stages = new StageNames();
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.From from) {
        var image = ImageName.of(from, around.classic());
        if (image.tag().isEmpty()
            && image.digest().isEmpty()
            && !(around.classic() ? image.name() : from.image().text()).startsWith("$")
            && !image.name().equals("scratch")
            && !stages.has(image.name())) {
          sink.report(
              from,
              from.image().span(),
              "Say which version of the image is meant with a tag, as in name:1.2");
        }
        stages.add(from);
      }
    };
  }
}
