package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.Optional;

/// A stage whose last USER is root.
public final class DL3002 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "DL3002",
          Level.WARNING,
          "The last USER of a stage is root",
          "A program that is broken into then owns the whole container",
          "Switch to another user with USER once everything that needs root is done");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return new Last();
  }

  private static final class Last implements Judge {
    private boolean staged;
    private Optional<Instruction.User> last = Optional.empty();

    @Override
    public void see(Instruction instruction, Sink sink) {
      if (instruction instanceof Instruction.From) {
        end(sink);
        staged = true;
      } else if (instruction instanceof Instruction.User user && staged) {
        last = Optional.of(user);
      }
    }

    @Override
    public void end(Sink sink) {
      last.filter(each -> isRoot(each.user().text()))
          .ifPresent(each ->
              sink.report(
                  each,
                  each.user().span(),
                  "The stage ends as root; switch to another user with USER"));
      last = Optional.empty();
    }
  }

  private static boolean isRoot(String user) {
    return user.equals("root") || user.equals("0") || Installs.startsWithAny(user, "root:", "0:");
  }
}
