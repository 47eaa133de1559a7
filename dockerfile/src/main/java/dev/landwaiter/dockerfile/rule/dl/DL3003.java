package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Commands;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Judges;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;

/// `cd` in a RUN, where WORKDIR could do the same.
public final class DL3003 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "DL3003",
          Level.WARNING,
          "A RUN changes the working directory with cd",
          "The change ends with that RUN, so readers easily believe that later instructions run there",
          "Set the directory with a WORKDIR instruction before the RUN");

  private static final String MESSAGE =
      "The effect of cd ends with this RUN; set the directory with WORKDIR instead";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return Judges.runs(
        around,
        (run, commands, sink) ->
            commands.all().stream()
                .filter(each -> each.named("cd"))
                .findFirst()
                .filter(each -> around.classic() || begins(run, each, commands))
                .ifPresent(each -> sink.report(run, each.span(), MESSAGE)));
  }

  /// Whether nothing but `set` stands before: else WORKDIR cannot take its place.
  private static boolean begins(Instruction.Run run, Command cd, Commands commands) {
    Command first = commands.all().getFirst();
    boolean second = first.named("set") && commands.all().indexOf(cd) == 1;
    return (second || first.equals(cd)) && first.span().start().equals(ScriptText.start(run));
  }
}
