package dev.landwaiter.dockerfile.run;

import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.Fix;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Shown;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lets rules judge the instructions of one file.
final class Judging {
  private final List<Instruction> instructions;
  private final List<Instruction> triggers = new ArrayList<>(0);
  private final List<Finding> findings = new ArrayList<>();
  private final List<Span> secrets = new ArrayList<>(0);

  Judging(List<Instruction> instructions) {
    this.instructions = instructions;
    for (Instruction each : instructions) {
      if (each instanceof Instruction.Onbuild onbuild) {
        triggers.add(onbuild.trigger());
      }
    }
  }

  /// Findings of all rules so far, at the rules' own levels.
  List<Finding> findings() {
    return findings;
  }

  /// Pieces of the file that no report may show.
  List<Span> secrets() {
    return secrets;
  }

  void judge(Rule rule, RuleInfo info, Surroundings around) {
    var sink = new FindingSink(info);
    Judge judge = rule.begin(around);
    for (Instruction each : instructions) {
      judge.see(each, sink);
    }
    judge.end(sink);
  }

  /// Shows the triggers of ONBUILD alone to a rule begun anew.
  void judgeTriggers(Rule rule, RuleInfo info, Surroundings around) {
    if (triggers.isEmpty()) {
      return;
    }
    var sink = new FindingSink(info);
    Judge judge = rule.begin(around);
    for (Instruction each : triggers) {
      judge.see(each, sink);
    }
    judge.end(sink);
  }

  private final class FindingSink implements Sink {
    private final RuleInfo info;

    FindingSink(RuleInfo info) {
      this.info = info;
    }

    @Override
    public void hide(Span secret) {
      secrets.add(secret);
    }

    @Override
    public void report(int line, Span span, String message, Optional<Fix> fix) {
      findings.add(
          new Finding(
              info.id(), info.aliases(), info.level(), line, span, Shown.message(message), fix));
    }
  }
}
