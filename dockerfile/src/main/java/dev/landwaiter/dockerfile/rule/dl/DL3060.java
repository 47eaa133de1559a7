package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.Optional;

/// DL3060: the layer keeps the cache of yarn.
public final class DL3060 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3060",
              Level.INFO,
              "The layer keeps the cache of yarn",
              "A cache that is left in a layer makes the image larger and is never used again",
              "Run yarn cache clean behind the installation, in the same RUN, or mount a cache")
          .fixes()
          .withTriggers();
  private static final CleanUp CLEAN_UP =
      new CleanUp(
          command -> command.named("yarn") && command.hasArgument("install"), DL3060::cleans);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    var kept = new KeptFindings();
    return new Judge() {
      @Override
      public void see(Instruction instruction, Sink sink) {
        switch (instruction) {
          case Instruction.From from -> kept.begin(from);
          case Instruction.Run run -> judge(around, run, kept);
          default -> {}
        }
      }

      @Override
      public void end(Sink sink) {
        kept.report(sink, INFO.what());
      }
    };
  }

  private static void judge(Surroundings around, Instruction.Run run, KeptFindings kept) {
    Optional<Command> missing = CLEAN_UP.missing(around, run);
    // The classic linter minds cleaning too early even where a mount holds the cache.
    if (missing.isPresent()
        && (!CacheMounts.cover(run, ".cache/yarn")
            || (around.classic() && around.commands(run).any(DL3060::cleans)))) {
      kept.add(run, missing.get().span(), Mending.append(run, "yarn cache clean"));
    }
  }

  private static boolean cleans(Command command) {
    return command.named("yarn") && command.hasArgument("cache", "clean");
  }
}
