package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;

/// DL3040: the layer keeps the package cache of dnf.
public final class DL3040 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3040",
              Level.WARNING,
              "The layer keeps the package cache of dnf",
              "A cache that is left in a layer makes the image larger and is never used again",
              "Run dnf clean all behind the installation, in the same RUN, or mount a cache")
          .fixes()
          .withTriggers();
  private static final CleanUp DNF = cleanUp("dnf");
  private static final CleanUp MICRODNF = cleanUp("microdnf");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.Run run
          && !CacheMounts.cover(run, "/var/cache/libdnf5")
          && !CacheMounts.cover(run, ".cache/libdnf5")) {
        DNF.missing(around, run)
            .or(() -> MICRODNF.missing(around, run))
            .ifPresent(each ->
                sink.report(
                    run,
                    each.span(),
                    INFO.what(),
                    Mending.append(run, each.name() + " clean all")));
      }
    };
  }

  private static CleanUp cleanUp(String tool) {
    return new CleanUp(
        command ->
            command.named(tool)
                && command.hasArgument(
                    "install",
                    "in",
                    "upgrade",
                    "up",
                    "upgrade-minimal",
                    "up-min",
                    "reinstall",
                    "rei"),
        command ->
            (command.named(tool) && command.hasArgument("clean", "all"))
                || (command.named("rm") && command.hasArgument("-rf", "/var/cache/libdnf5*")));
  }
}
