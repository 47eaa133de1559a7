package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Judges;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;

/// DL3047: wget writes its progress to the log of the build.
public final class DL3047 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3047",
              Level.INFO,
              "wget writes its progress to the log of the build",
              "The log becomes long, and what matters in it is hard to find",
              "Pass --progress=dot:giga, or -nv or -q for less; the wget of BusyBox only knows -q")
          .fixes()
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return Judges.command(
        around,
        DL3047::talks,
        INFO.what(),
        (run, commands) -> Mending.first(run, commands, option(around, run)));
  }

  /// What the program surely understands.
  private static String option(Surroundings around, Instruction.Run run) {
    return KnownBases.of(around, run) == KnownBases.Tools.GNU ? "--progress=dot:giga" : "-q";
  }

  private static boolean talks(Command command) {
    return command.named("wget")
        && !command.hasFlag(
            "progress", "q", "quiet", "o", "output-file", "a", "append-output", "no-verbose")
        && !command.hasArgument("-nv");
  }
}
