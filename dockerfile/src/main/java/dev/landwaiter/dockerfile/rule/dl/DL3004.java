package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.Edit;
import dev.landwaiter.dockerfile.Fix;
import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Judges;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `sudo` in a RUN.
public final class DL3004 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3004",
              Level.ERROR,
              "A RUN uses sudo",
              "A build already runs as root unless USER says otherwise, and sudo behaves in surprising ways without a terminal",
              "Leave sudo away, and switch with USER root before the RUN where another user was chosen")
          .showsFixes()
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return Judges.command(
        around,
        each -> each.named("sudo"),
        "Do not use sudo; switch to the user that may do this with USER",
        DL3004::without);
  }

  /// Right where the user is root already.
  private static Optional<Fix> without(Instruction.Run run, List<Command> commands) {
    var edits = new ArrayList<Edit>();
    for (Command each : commands) {
      Optional<Span> word = Mending.written(run, each.span().start(), "sudo ");
      if (word.isEmpty() || each.arguments().isEmpty() || each.arguments().getFirst().isFlag()) {
        return Optional.empty();
      }
      edits.add(new Edit(word.get(), ""));
    }
    Mending.sort(edits);
    return Optional.of(new Fix("Take sudo away", false, edits));
  }
}
