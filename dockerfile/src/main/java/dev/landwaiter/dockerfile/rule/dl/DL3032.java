package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;

/// DL3032: the layer keeps the package cache of yum.
public final class DL3032 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3032",
              Level.WARNING,
              "The layer keeps the package cache of yum",
              "A cache that is left in a layer makes the image larger and is never used again",
              "Run yum clean all behind the installation, in the same RUN")
          .fixes()
          .withTriggers();

  private static final CleanUp CLEAN_UP =
      new CleanUp(
          command -> command.named("yum") && command.hasArgument("install"),
          command ->
              (command.named("yum") && command.hasArgument("clean", "all"))
                  || (command.named("rm") && command.hasArgument("-rf", "/var/cache/yum/*")));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.Run run) {
        CLEAN_UP
            .missing(around, run)
            .ifPresent(each ->
                sink.report(run, each.span(), INFO.what(), Mending.append(run, "yum clean all")));
      }
    };
  }
}
