package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.Edit;
import dev.landwaiter.dockerfile.Fix;
import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Shown;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Flag;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Statement;
import java.util.List;
import java.util.Optional;

/// Flags that the builder overlooks.
public final class LD1036 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "LD1036",
              Level.INFO,
              "The instruction has a flag that the builder silently overlooks",
              "What the flag was meant to do does not happen",
              "Take the flag away, or write it where it belongs")
          .fixes()
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return (instruction, sink) -> {
      boolean ignores =
          instruction instanceof Instruction.Arg
              || instruction instanceof Instruction.Stopsignal
              || (instruction instanceof Instruction.Healthcheck check
                  && check.command().isEmpty());
      if (ignores) {
        for (Flag each : instruction.statement().flags()) {
          sink.report(
              instruction,
              each.span(),
              Shown.of(each.raw()) + " has no effect here",
              without(instruction.statement(), each));
        }
      }
    };
  }

  private static Optional<Fix> without(Statement statement, Flag flag) {
    Position start = flag.span().start();
    Position next = statement.arguments().position(0);
    for (Flag each : statement.flags()) {
      Position place = each.span().start();
      next = place.compareTo(start) > 0 && place.compareTo(next) < 0 ? place : next;
    }
    return next.line() == start.line() && next.compareTo(start) > 0
        ? Optional.of(
            new Fix("Take the flag away", true, List.of(new Edit(new Span(start, next), ""))))
        : Optional.empty();
  }
}
