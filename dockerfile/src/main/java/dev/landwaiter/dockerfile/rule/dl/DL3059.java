package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Mount;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// DL3059: two RUN follow each other that could be one.
public final class DL3059 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3059",
              Level.INFO,
              "Two RUN follow each other that could be one",
              "Each RUN makes a layer of its own",
              "Join their commands with && or write them into one heredoc")
          .fixes();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return new Judge() {
      private Optional<Instruction.Run> before = Optional.empty();
      private Optional<Instruction.Run> last = Optional.empty();
      private boolean ownShell;
      private final JoinedRuns joined = new JoinedRuns(around);

      @Override
      public void see(Instruction instruction, Sink sink) {
        if (!(instruction instanceof Instruction.Run run)) {
          before = Optional.empty();
          last = Optional.empty();
          ownShell =
              instruction instanceof Instruction.Shell
                  || (ownShell && !(instruction instanceof Instruction.From));
          return;
        }
        if (before.filter(each -> mergeable(around, each, run)).isPresent()) {
          sink.report(
              run,
              run.statement().keyword().span(),
              INFO.what(),
              ownShell ? Optional.empty() : last.flatMap(it -> joined.fix(it, run)));
        } else {
          before = Optional.of(run);
        }
        last = Optional.of(run);
      }
    };
  }

  private static boolean mergeable(
      Surroundings around, Instruction.Run one, Instruction.Run other) {
    return one.network().equals(other.network())
        && one.security().equals(other.security())
        && mounts(one).equals(mounts(other))
        && around.commands(one).count() <= 1
        && around.commands(other).count() <= 1;
  }

  private static Set<Object> mounts(Instruction.Run run) {
    var mounts = new HashSet<Object>();
    for (Mount each : run.mounts()) {
      mounts.add(List.of(each.type(), each.fields()));
    }
    return mounts;
  }
}
