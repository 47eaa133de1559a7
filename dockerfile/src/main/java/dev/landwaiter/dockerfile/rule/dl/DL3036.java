package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;

/// DL3036: the layer keeps the package cache of zypper.
public final class DL3036 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3036",
              Level.WARNING,
              "The layer keeps the package cache of zypper",
              "A cache that is left in a layer makes the image larger and is never used again",
              "Run zypper clean behind the installation, in the same RUN")
          .fixes()
          .withTriggers();

  private static final CleanUp CLEAN_UP =
      new CleanUp(
          command -> command.named("zypper") && command.hasArgument("install", "in"),
          command -> command.named("zypper") && command.hasArgument("clean", "cc"));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.Run run
          && !CacheMounts.cover(run, "/var/cache/zypp")) {
        CLEAN_UP
            .missing(around, run)
            .ifPresent(each ->
                sink.report(run, each.span(), INFO.what(), Mending.append(run, "zypper clean")));
      }
    };
  }
}
