package dev.landwaiter.dockerfile.rule.buildkit;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.stage.CheckOptions;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.List;
import java.util.Locale;

/// A comment above FROM or ARG that describes something else; only runs when asked for.
public final class InvalidDefinitionDescription implements Rule {
  private static final String ID = "InvalidDefinitionDescription";

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        ID,
        Level.WARNING,
        "The comment above a stage or ARG does not begin with its name",
        "Tools that list what can be built show such comments as descriptions",
        "Begin the comment with the name, or put an empty comment line behind it");
  }

  @Override
  public Judge begin(Surroundings around) {
    CheckOptions options = around.build().options();
    return (instruction, sink) -> {
      var above = instruction.statement().above();
      if (above.isEmpty()) {
        return;
      }
      List<String> names = names(instruction);
      String comment = above.getLast().kept();
      int blank = comment.indexOf(' ');
      String first = blank < 0 ? comment : comment.substring(0, blank);
      if (!names.isEmpty()
          && !names.contains(first)
          && options.with(instruction.statement()).allows(ID, true)) {
        sink.report(
            instruction,
            above.getLast().span(),
            "The description should begin with '" + String.join("' or '", names) + "'");
      }
    };
  }

  private static List<String> names(Instruction instruction) {
    return switch (instruction) {
      case Instruction.From from ->
          from.name().map(each -> each.text().toLowerCase(Locale.ROOT)).stream().toList();
      case Instruction.Arg arg -> arg.arguments().stream().map(each -> each.name().text()).toList();
      default -> List.of();
    };
  }
}
