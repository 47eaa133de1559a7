package dev.landwaiter.dockerfile.rule.buildkit;

import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.Fix;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.stage.CheckOptions;
import dev.landwaiter.dockerfile.stage.Stage;
import dev.landwaiter.dockerfile.stage.Step;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.Optional;

/// Heeds the options of checks: those of the file, and those of comments above instructions.
final class Checked {
  /// Judges one instruction; what it reports counts for that one.
  @FunctionalInterface
  interface Instructions<T> {
    void see(T seen, Sink sink);
  }

  private Checked() {}

  /// For rules that comments above an instruction can silence there.
  static Judge each(Surroundings around, String id, Instructions<Instruction> rule) {
    CheckOptions options = around.build().options();
    boolean allowed = options.allows(id, false);
    return (instruction, sink) -> {
      boolean plain = instruction.statement().above().isEmpty();
      if (plain ? allowed : allows(options, id, instruction)) {
        rule.see(instruction, sink);
      }
    };
  }

  /// For rules that no comment above an instruction silences.
  static Judge all(Surroundings around, String id, Judge rule) {
    return around.build().options().allows(id, false) ? rule : (instruction, sink) -> {};
  }

  /// For rules that judge what is carried out.
  static Judge steps(Surroundings around, String id, Instructions<Step> rule) {
    return each(
        around,
        id,
        (instruction, sink) -> {
          for (Step each : around.build().steps(instruction)) {
            rule.see(each, each.at() instanceof Instruction.From ? inherited(each, sink) : sink);
          }
        });
  }

  /// For rules that judge how a stage begins.
  static Judge stages(Surroundings around, String id, Instructions<Stage> rule) {
    return each(
        around,
        id,
        (instruction, sink) -> {
          if (instruction instanceof Instruction.From) {
            around.build().stage(instruction).ifPresent(each -> rule.see(each, sink));
          }
        });
  }

  static boolean allows(CheckOptions options, String id, Instruction instruction) {
    boolean plain = instruction.statement().above().isEmpty();
    return (plain ? options : options.with(instruction.statement())).allows(id, false);
  }

  /// What a trigger does wrong is shown where it is run.
  private static Sink inherited(Step step, Sink sink) {
    return new Sink() {
      @Override
      public void report(int line, Span span, String message, Optional<Fix> fix) {
        Instruction at = step.at();
        sink.report(at.line(), at.statement().keyword().span(), message, Optional.empty());
      }
    };
  }
}
