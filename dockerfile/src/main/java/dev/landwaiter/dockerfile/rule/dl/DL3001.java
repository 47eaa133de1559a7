package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Judges;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import java.util.Set;

/// A command that has nothing to do in a build.
public final class DL3001 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3001",
              Level.INFO,
              "A RUN calls a program that does not make sense in a container",
              "Programs for watching or steering a running system find nothing to work on during a build, and installing them makes the image larger",
              "Remove the command; what starts or watches services belongs to the place where the container runs")
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return Judges.command(
        around,
        each -> PROGRAMS.contains(each.name()),
        "This program has no use while an image is built; remove the command");
  }

  private static final Set<String> PROGRAMS =
      Set.of("free", "kill", "mount", "ps", "service", "shutdown", "ssh", "top", "vim");
}
