package dev.landwaiter.dockerfile.rule.buildkit;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.stage.CheckOptions;
import dev.landwaiter.dockerfile.stage.Step;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.HashMap;
import java.util.Map;

/// A second CMD, ENTRYPOINT or HEALTHCHECK.
public final class MultipleInstructionsDisallowed implements Rule {
  private static final String ID = "MultipleInstructionsDisallowed";

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            ID,
            Level.WARNING,
            "A stage has one of CMD, ENTRYPOINT and HEALTHCHECK more than once",
            "Only the last one counts",
            "Remove the earlier one")
        .alias("DL3012", "DL4003", "DL4004");
  }

  @Override
  public Judge begin(Surroundings around) {
    CheckOptions options = around.build().options();
    Map<Class<?>, Instruction> earlier = new HashMap<>();
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.From) {
        earlier.clear();
      }
      for (Step each : around.build().steps(instruction)) {
        see(each, earlier, options, sink);
      }
    };
  }

  /// The earlier one is reported; a comment above the later one silences that.
  private static void see(
      Step step, Map<Class<?>, Instruction> earlier, CheckOptions options, Sink sink) {
    String name =
        switch (step.instruction()) {
          case Instruction.Cmd cmd -> "CMD";
          case Instruction.Entrypoint entry -> "ENTRYPOINT";
          case Instruction.Healthcheck check -> "HEALTHCHECK";
          default -> "";
        };
    if (name.isEmpty()) {
      return;
    }
    Instruction before = earlier.put(step.instruction().getClass(), step.at());
    if (before != null && Checked.allows(options, ID, step.instruction())) {
      sink.report(
          before,
          name + " has no effect, for another one stands in line " + step.instruction().line());
    }
  }
}
