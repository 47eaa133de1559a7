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
import java.util.Set;

/// `apt` in a RUN.
public final class DL3027 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3027",
              Level.WARNING,
              "A RUN uses apt",
              "apt is made for people at a terminal, and what it prints and accepts changes between versions",
              "Use apt-get or apt-cache instead")
          .fixes()
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return Judges.runs(
        around,
        (run, commands, sink) -> {
          var wrong = new ArrayList<Command>(0);
          for (Command each : commands.all()) {
            if (each.named("apt")) {
              wrong.add(each);
            }
          }
          if (!wrong.isEmpty()) {
            sink.report(
                run,
                wrong.getFirst().span(),
                "apt is made for terminals; use apt-get or apt-cache in scripts",
                fix(run, wrong));
          }
        });
  }

  private static Optional<Fix> fix(Instruction.Run run, List<Command> wrong) {
    var edits = new ArrayList<Edit>();
    for (Command each : wrong) {
      if (each.arguments().stream().anyMatch(word -> SAME.contains(word.text()))) {
        Mending.written(run, each.span().start(), "apt ")
            .ifPresent(span -> edits.add(new Edit(new Span(span.start(), span.end()), "apt-get ")));
      }
    }
    Mending.sort(edits);
    return edits.isEmpty()
        ? Optional.empty()
        : Optional.of(new Fix("Call apt-get instead of apt", true, edits));
  }

  /// What both programs do alike.
  private static final Set<String> SAME =
      Set.of(
          "update",
          "upgrade",
          "install",
          "reinstall",
          "remove",
          "autoremove",
          "purge",
          "source",
          "build-dep",
          "download",
          "clean",
          "autoclean",
          "changelog");
}
